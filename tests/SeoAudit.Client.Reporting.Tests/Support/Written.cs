using System.Text;

namespace SeoAudit.Client.Reporting.Tests.Support;

/// <summary>Reports in memory.</summary>
internal static class Written
{
    public static async Task<string> TextAsync(ReportFormat format, ReportOptions? options, params PageAuditOutcome[] outcomes) =>
        Encoding.UTF8.GetString(await BytesAsync(format, options, outcomes));

    public static async Task<byte[]> BytesAsync(ReportFormat format, ReportOptions? options, params PageAuditOutcome[] outcomes)
    {
        using var output = new MemoryStream();
        await Outcomes.Stream(outcomes).WriteReportAsync(format, output, options, TestContext.Current.CancellationToken);
        return output.ToArray();
    }

    public static async Task<List<PageAuditOutcome>> ReadAsync(byte[] report, int chunk = int.MaxValue)
    {
        var outcomes = new List<PageAuditOutcome>();
        await foreach (PageAuditOutcome outcome in ReportReader.ReadAsync(new ChunkedStream(report, chunk), TestContext.Current.CancellationToken))
        {
            outcomes.Add(outcome);
        }

        return outcomes;
    }

    public static Task<List<PageAuditOutcome>> ReadAsync(string report, int chunk = int.MaxValue) => ReadAsync(Encoding.UTF8.GetBytes(report), chunk);
}
