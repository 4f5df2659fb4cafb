using System.Net;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Bulk;

public sealed class ManyPagesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(OutcomeOrder.AsCompleted)]
    [InlineData(OutcomeOrder.AsSubmitted)]
    public async Task Ten_thousand_pages_have_one_outcome_each(OutcomeOrder order)
    {
        using var harness = new BulkHarness(static async (page, _) =>
        {
            await Task.Yield();
            return page.AbsolutePath.EndsWith('7') ? ScriptedHandler.Json("""{"error":"no"}""", HttpStatusCode.BadRequest) : BulkHarness.Good(page);
        });

        List<PageAuditOutcome> outcomes = await
            harness.Client.AuditPagesAsync(BulkHarness.Pages(10_000), new BulkAuditOptions { MaxConcurrency = 32, Order = order }, Token).CollectAsync();

        Assert.Equal(Enumerable.Range(0, 10_000), outcomes.Select(static outcome => outcome.Index).Order());
        Assert.All(outcomes, static outcome =>
        {
            Assert.Equal(BulkHarness.Page(outcome.Index), outcome.Url);
            Assert.NotEqual(outcome.Audit is null, outcome.Error is null);
            Assert.Equal(outcome.Index % 10 != 7, outcome.IsSuccess);
        });
        Assert.Equal(10_000, harness.Handler.Requests.Count);
        if (order == OutcomeOrder.AsSubmitted)
        {
            Assert.Equal(Enumerable.Range(0, 10_000), outcomes.Select(static outcome => outcome.Index));
        }
    }
}
