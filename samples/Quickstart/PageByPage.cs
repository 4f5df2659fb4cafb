using SeoAudit.Client;

namespace Quickstart;

/// <summary>The first part of the tour: every page of the sitemap, or the one page, through one service.</summary>
internal static class PageByPage
{
    /// <summary>Audits the pages and prints them with a report.</summary>
    /// <returns>Whether any page has an audit.</returns>
    public static async Task<bool> RunAsync(Stage stage, Arguments arguments, CancellationToken cancellationToken)
    {
        Console.WriteLine();
        Console.WriteLine($"{NameOf(arguments.Service)}, page by page");
        var progress = new PagesProgress();
        var options = new BulkAuditOptions
        {
            Service = arguments.Service,
            MaxConcurrency = arguments.Concurrency,
            JournalPath = arguments.Journal,
            // Only MetricSpot has one: a page that was audited within 24 hours is not audited again.
            Cooldown = CooldownHandling.UseLatest,
            Progress = progress,
        };
        IAsyncEnumerable<PageAuditOutcome> outcomes = stage.Sitemap is { } sitemap
            ? stage.Client.AuditPagesAsync(
                stage.Client.ReadSitemapAsync(sitemap, new SitemapOptions { Faults = progress }, cancellationToken), options, cancellationToken)
            : stage.Client.AuditPagesAsync([stage.Start], options, cancellationToken);

        var table = new PageTable();
        var report = new BulkAuditReportBuilder();
        var fromJournal = 0;
        SeoAuditException? sitemapError = null;
        try
        {
            await foreach (PageAuditOutcome outcome in outcomes)
            {
                table.Add(outcome);
                report.Add(outcome);
                fromJournal += outcome.Origin == OutcomeOrigin.Journal ? 1 : 0;
            }
        }
        catch (SeoAuditException exception) when (stage.Sitemap is not null && exception is not SeoAuditJournalException)
        {
            // A page that fails is an outcome, so this was the sitemap.
            sitemapError = exception;
        }
        finally
        {
            progress.End();
        }

        if (sitemapError is not null)
        {
            Console.Error.WriteLine($"  The sitemap cannot be read: {sitemapError.Message}");
        }

        if (!table.IsEmpty)
        {
            table.Print();
            PageReport.Print(report.Build(), fromJournal);
        }

        return table.HasScores;
    }

    private static string NameOf(AuditService service) => service switch
    {
        AuditService.SeoPeek => "SEOPeek",
        AuditService.Seogent => "SEOgent",
        _ => service.ToString(),
    };
}
