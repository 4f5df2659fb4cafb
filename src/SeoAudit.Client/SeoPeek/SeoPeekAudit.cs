using System.Text.Json.Serialization;
using SeoAudit.Client.Json;

namespace SeoAudit.Client.SeoPeek;

/// <summary>SEOPeek's audit of one page. Source: SEOPeek guide and public docs, <c>GET /api/v1/audit</c>.</summary>
public sealed record SeoPeekAudit : ServiceResult
{
    /// <summary>The page as the service names it; may differ from the one asked for (a scheme or a slash added).</summary>
    public required string Url
    {
        get;
        init => field = NotNull.Value(value);
    }

    /// <summary>0 to 100, whole numbers as documented; higher is better.</summary>
    public required double Score { get; init; }

    /// <summary>A letter for the score; never recomputed here.</summary>
    public Grade Grade { get; init; }

    /// <summary>About 20 checks; the number is not fixed. Never null.</summary>
    public IReadOnlyList<SeoPeekCheck> Checks
    {
        get => field ?? [];
        init => field = NotNull.Items(value);
    }

    /// <summary>What the page says of itself. Never null.</summary>
    public SeoPeekMeta Meta
    {
        get => field ?? SeoPeekMeta.Empty;
        init;
    }

    /// <summary>When the page was audited; null where the service's text is not a moment.</summary>
    [JsonConverter(typeof(TimestampConverter))]
    public DateTimeOffset? Timestamp { get; init; }
}
