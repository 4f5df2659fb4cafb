using System.Runtime.CompilerServices;
using static SeoAudit.Client.Tests.Bulk.Report.SampleOutcomes;

namespace SeoAudit.Client.Tests.Bulk.Report;

public sealed class ReportMemoryTests
{
    private const int Pages = 1_000_000;

    // Past the checks that are told apart, so that not even their names are kept.
    private const int FirstWatched = 20_000;

    [Fact]
    public async Task Of_a_million_outcomes_only_what_is_shown_is_kept()
    {
        var watched = new List<WeakReference>();
        var builder = new BulkAuditReportBuilder();

        await builder.AddAllAsync(MillionOutcomes(watched));
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.True(watched.Count > 100);
        Assert.DoesNotContain(watched, static reference => reference.IsAlive);
        BulkAuditReport report = builder.Build();
        Assert.Equal((Pages, Pages / 2, Pages / 2), (report.Total, report.Audited, report.Errors));
        Assert.Equal([0, 2, 4, 6, 8], report.WorstPages.Select(static page => page.Index));
        Assert.Equal(Pages / 2, report.FailedChecks[0].Pages);
        Assert.Equal(Pages, report.FailedChecks.Sum(static check => check.Pages) + report.OtherFailedChecks);
        Assert.Equal(Pages / 2, Assert.Single(report.ErrorsByKind).Count);
        Assert.Empty(report.Outcomes);
    }

    [Fact]
    public async Task Outcomes_that_are_to_be_kept_are_kept()
    {
        var watched = new List<WeakReference>();
        var builder = new BulkAuditReportBuilder(new BulkReportOptions { KeepOutcomes = true });

        await builder.AddAllAsync(Watched(watched));
        GC.Collect();

        Assert.NotEmpty(watched);
        Assert.All(watched, static reference => Assert.True(reference.IsAlive));
        GC.KeepAlive(builder);

        static async IAsyncEnumerable<PageAuditOutcome> Watched(List<WeakReference> watched)
        {
            for (var index = 0; index < 10; index++)
            {
                await Task.CompletedTask;
                yield return Make(FirstWatched, watched);
            }
        }
    }

    private static async IAsyncEnumerable<PageAuditOutcome> MillionOutcomes(List<WeakReference> watched)
    {
        for (var index = 0; index < Pages; index++)
        {
            await Task.CompletedTask;
            yield return Make(index, watched);
        }
    }

    // In a frame of its own, so that no local keeps what it makes.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static PageAuditOutcome Make(int index, List<WeakReference> watched)
    {
        string name = $"Page {index} is wrong";
        PageAuditOutcome outcome = index % 2 == 0
            ? Audited(index / 10_000.0, index, Grade.C, FailedCheck("Title"), FailedCheck(name))
            : Failed(index, new SeoAuditTimeoutException($"Page {index} was late"));
        if (index >= FirstWatched && index % 5_000 < 2 && index < Pages - 10)
        {
            watched.AddRange([new(outcome), new(outcome.Url), new(outcome.Audit ?? (object)outcome.Error!), new(name)]);
        }

        return outcome;
    }
}
