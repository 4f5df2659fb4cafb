using System.Globalization;
using SeoAudit.Emulator.MetricSpot.Wire;
using SeoAudit.Emulator.Pdf;

namespace SeoAudit.Emulator.MetricSpot;

/// <summary>Lays an audit out as a PDF. The language only shows in a line of its own: nothing is translated here.</summary>
internal static class AuditPdf
{
    public static async Task<ReadOnlyMemory<byte>> RenderAsync(PdfJob job, CancellationToken cancellationToken)
    {
        using var file = new MemoryStream();
        await new PdfDocument("SEO audit of " + job.Audit.Url, Lines(job)).WriteToAsync(file, cancellationToken).ConfigureAwait(false);
        return file.ToArray();
    }

    private static List<string> Lines(PdfJob job)
    {
        var lines = new List<string>
        {
            string.Create(CultureInfo.InvariantCulture, $"Audit {job.Audit.Id}, {MetricSpotTime.Text(job.Audit.CreatedAt)}"),
            "Language: " + job.Language,
        };
        if (job.BrandId is { } brand)
            lines.Add("Brand kit: " + brand);
        if (job.Audit.Findings is not { } found)
            return lines;

        lines.Add(string.Create(CultureInfo.InvariantCulture, $"Score: {found.Score}"));
        foreach ((string module, int score) in found.ModuleScores)
        {
            lines.Add("");
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{module}: {score}"));
            lines.AddRange(found.Findings
                .Where(finding => string.Equals(finding.Module, module, StringComparison.Ordinal))
                .Select(Line));
        }

        return lines;
    }

    private static string Line(MetricSpotFinding finding) => finding.Passed
        ? $"  passed: {finding.Title}"
        : $"  {finding.Severity}: {finding.Title}. {finding.Recommendation}";
}
