using System.Text.Json;
using SeoAudit.Client.Reporting.Tests.Support;

namespace SeoAudit.Client.Reporting.Tests.Sarif;

/// <summary>A SARIF report as a reader finds it.</summary>
internal static class SarifReport
{
    public static async Task<byte[]> BytesAsync(IEnumerable<PageAuditOutcome> outcomes, ReportOptions? options = null)
    {
        using var output = new MemoryStream();
        await Outcomes.Stream([.. outcomes]).WriteReportAsync(ReportFormat.Sarif, output, options, TestContext.Current.CancellationToken);
        return output.ToArray();
    }

    /// <summary>The only run.</summary>
    public static async Task<JsonElement> RunAsync(IEnumerable<PageAuditOutcome> outcomes, SarifReportOptions? options = null)
    {
        byte[] report = await BytesAsync(outcomes, new ReportOptions { Sarif = options! });
        return Assert.Single(JsonDocument.Parse(report).RootElement.GetProperty("runs").EnumerateArray());
    }

    public static JsonElement[] Results(this JsonElement run) => [.. run.GetProperty("results").EnumerateArray()];

    public static JsonElement[] Rules(this JsonElement run) => [.. run.At("tool", "driver", "rules").EnumerateArray()];

    public static JsonElement[] Notifications(this JsonElement run) =>
        [.. run.GetProperty("invocations")[0].GetProperty("toolExecutionNotifications").EnumerateArray()];

    public static JsonElement At(this JsonElement element, params string[] path) =>
        path.Aggregate(element, static (parent, name) => parent.GetProperty(name));

    public static string Text(this JsonElement element, params string[] path) => element.At(path).GetString()!;

    public static JsonElement Place(this JsonElement result) =>
        Assert.Single(result.GetProperty("locations").EnumerateArray()).At("physicalLocation", "artifactLocation");

    public static string Fingerprint(this JsonElement result) => result.Text("partialFingerprints", "primaryLocationLineHash");
}
