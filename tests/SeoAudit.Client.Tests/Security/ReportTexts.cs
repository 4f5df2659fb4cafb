using System.Text;
using SeoAudit.Client.Reporting;

namespace SeoAudit.Client.Tests.Security;

/// <summary>Outcomes as a report of each format.</summary>
internal static class ReportTexts
{
    public static async Task<IReadOnlyList<string>> OfAsync(IReadOnlyList<PageAuditOutcome> outcomes, CancellationToken cancellationToken)
    {
        var texts = new List<string>();
        foreach (ReportFormat format in Enum.GetValues<ReportFormat>())
        {
            using var file = new MemoryStream();
            await using (ReportWriter writer = ReportWriter.Create(format, file))
            {
                foreach (PageAuditOutcome outcome in outcomes)
                {
                    await writer.WriteAsync(outcome, cancellationToken);
                }

                await writer.CompleteAsync(cancellationToken);
            }

            texts.Add(Encoding.UTF8.GetString(file.ToArray()));
        }

        return texts;
    }
}
