using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Bulk;
using SeoAudit.Client.Tests.Bulk.Report;

namespace SeoAudit.Client.Tests.Bulk;

public sealed class BulkTallyTests
{
    [Fact]
    public void Each_outcome_counts_as_what_it_is()
    {
        var time = new FakeTimeProvider();
        var tally = new BulkTally(time);
        tally.AddSubmitted();
        tally.AddSubmitted();
        tally.AddDuplicate();
        PageAuditOutcome[] outcomes =
        [
            SampleOutcomes.Audited(70),
            SampleOutcomes.Audited(80),
            SampleOutcomes.Audited(69.9) with { Origin = OutcomeOrigin.Journal },
            SampleOutcomes.Audited(90) with { Origin = OutcomeOrigin.Cache },
            SampleOutcomes.Failed(),
            SampleOutcomes.NotAttempted(),
            SampleOutcomes.NotAttempted(),
        ];
        foreach (PageAuditOutcome outcome in outcomes)
        {
            tally.Add(outcome);
        }

        time.Advance(TimeSpan.FromSeconds(3));
        DateTimeOffset until = time.GetUtcNow().AddSeconds(1);

        BulkAuditProgress told = tally.Snapshot(until);
        Assert.Equal((2, 1, 7), (told.Submitted, told.Duplicates, told.Completed));
        Assert.Equal((3, 1, 2, 2), (told.Passed, told.Failed, told.NotAttempted, told.Reused));
        Assert.Equal((TimeSpan.FromSeconds(3), until), (told.Elapsed, told.PausedUntil));
    }
}
