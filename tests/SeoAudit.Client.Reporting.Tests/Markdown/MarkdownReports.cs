using System.Text;
using SeoAudit.Client.Reporting.Tests.Support;

namespace SeoAudit.Client.Reporting.Tests.Markdown;

internal static class MarkdownReports
{
    public static async Task<string> Of(ReportOptions? options, params PageAuditOutcome[] outcomes)
    {
        using var output = new MemoryStream();
        await Outcomes.Stream(outcomes).WriteReportAsync(ReportFormat.Markdown, output, options);
        return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(output.ToArray());
    }
}
