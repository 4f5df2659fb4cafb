using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using SeoAudit.Emulator.Hosting;

namespace SeoAudit.Emulator.MetricSpot;

/// <summary>The URL in the body of an audit request, as it was sent and as it is understood.</summary>
internal sealed record AuditTarget(string Text, Uri Url)
{
    private const int MaxLength = 2000;

    public static bool TryRead(
        EmulatorRequest request, [NotNullWhen(true)] out AuditTarget? target, [NotNullWhen(false)] out EmulatorResponse? refusal)
    {
        target = null;
        refusal = null;
        string? text = request.ReadJsonObject() is { } body
            && body.TryGetProperty("url", out JsonElement value)
            && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        if (string.IsNullOrWhiteSpace(text))
            refusal = MetricSpotErrors.InvalidUrl("The url field is required.");
        else if (text.Length > MaxLength)
            refusal = MetricSpotErrors.InvalidUrl("The url must be at most 2000 characters.");
        else if (!TargetUrl.TryRead(text, out Uri? url))
            refusal = MetricSpotErrors.InvalidUrl("Pass an absolute https:// URL.");
        else
            target = new AuditTarget(text, url);
        return target is not null;
    }
}
