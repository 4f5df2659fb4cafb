using SeoAudit.Client.Bulk;
using SeoAudit.Client.Tests.Bulk.Report;

namespace SeoAudit.Client.Tests.Bulk;

public sealed class BulkBatchTests
{
    private readonly Notes _told = new();
    private readonly BulkBatch _batch;

    public BulkBatchTests() => _batch = new BulkBatch(
        [.. Enumerable.Range(0, 3).Select(static index => new BulkItem(SampleOutcomes.Page(index), SampleOutcomes.Page(index), index))],
        AuditService.Seogent,
        _told);

    [Fact]
    public async Task What_is_queued_is_told_before_and_after()
    {
        string id = await _batch.QueueAsync(
            () =>
            {
                Assert.Equal(["queueing"], _told.Said);
                return Task.FromResult("7");
            },
            static created => created);

        Assert.Equal("7", id);
        Assert.Equal(["queueing", "queued 7"], _told.Said);
    }

    [Fact]
    public async Task Pages_that_are_settled_are_not_queued()
    {
        await _batch.FailAsync(_batch.Items[1], new SeoAuditException("No."));

        await _batch.QueueAsync(static () => Task.FromResult("7"), static created => created);

        Assert.Equal(2, _batch.QueuedCount);
    }

    [Fact]
    public async Task A_refusal_of_all_pages_is_told_before_it_is_said_that_nothing_was_taken()
    {
        await Assert.ThrowsAsync<SeoAuditQuotaException>(() => FailAsync(new SeoAuditQuotaException("Spent.")));

        Assert.Equal(["queueing", "held", "refused"], _told.Said);
    }

    [Fact]
    public async Task A_refusal_of_these_pages_alone_holds_no_others()
    {
        await Assert.ThrowsAsync<SeoAuditRateLimitException>(() => FailAsync(new SeoAuditRateLimitException("Later."), isOwnMatter: true));
        await Assert.ThrowsAsync<SeoAuditValidationException>(
            () => FailAsync(new SeoAuditValidationException("Wrong.") { StatusCode = System.Net.HttpStatusCode.BadRequest }));
        await Assert.ThrowsAsync<ArgumentException>(() => FailAsync(Wrong("ftp://example.com/")));

        Assert.Equal(["queueing", "refused", "queueing", "refused", "queueing", "refused"], _told.Said);
    }

    [Fact]
    public async Task A_refusal_that_is_not_about_these_pages_alone_holds_the_others()
    {
        await Assert.ThrowsAsync<SeoAuditRateLimitException>(() => FailAsync(new SeoAuditRateLimitException("Later."), isOwnMatter: false));

        Assert.Equal(["queueing", "held", "refused"], _told.Said);
    }

    [Fact]
    public async Task What_may_have_been_taken_stays_open()
    {
        await Assert.ThrowsAsync<SeoAuditException>(() => FailAsync(new SeoAuditException("Lost.", new IOException())));

        Assert.Equal(["queueing"], _told.Said);
    }

    [Fact]
    public async Task Only_what_is_open_is_failed_together()
    {
        var error = new SeoAuditException("No.");
        await _batch.SucceedAsync(_batch.Items[0], Audit("https://example.com/other"), credits: 2.5);
        await _batch.ReuseAsync(_batch.Items[1], Audit("https://example.com/1"), OutcomeOrigin.Cache);
        Assert.True(_batch.HasOpen);
        Assert.Equal([_batch.Items[2]], _batch.Open);

        await _batch.FailOpenAsync(error);

        Assert.False(_batch.HasOpen);
        Assert.Equal(["0 Audited", "1 Audited", "2 Failed"], _told.Said);
        Assert.Equal((2.5, OutcomeOrigin.Service), (_batch.Items[0].Outcome!.Credits, _batch.Items[0].Outcome!.Origin));
        Assert.Equal((null, OutcomeOrigin.Cache), (_batch.Items[1].Outcome!.Credits, _batch.Items[1].Outcome!.Origin));
        Assert.Same(error, _batch.Items[2].Outcome!.Error);
        Assert.Same(_batch.Items[0].Url, _batch.Items[0].Outcome!.Audit!.Url);
    }

    private static ArgumentException Wrong(string url) => new($"'{url}' is no page.", nameof(url));

    private static PageAudit Audit(string url) => new() { Url = new Uri(url), Service = AuditService.Seogent, Score = 80 };

    private Task<string> FailAsync(Exception failure, bool? isOwnMatter = null) => _batch.QueueAsync(
        () => Task.FromException<string>(failure), static created => created, isOwnMatter is { } own ? _ => own : null);

    private sealed class Notes : IBatchTarget
    {
        public List<string> Said { get; } = [];

        public ValueTask QueueingAsync(BulkBatch batch) => Note("queueing");

        public ValueTask QueuedAsync(BulkBatch batch, string operationId) => Note("queued " + operationId);

        public void Held(BulkBatch batch, SeoAuditException refusal) => Said.Add("held");

        public ValueTask RefusedAsync(BulkBatch batch) => Note("refused");

        public ValueTask EndedAsync(BulkBatch batch) => Note("ended");

        public ValueTask SettleAsync(BulkItem item, PageAuditOutcome outcome) => Note($"{item.Index} {outcome.Status}");

        private ValueTask Note(string what)
        {
            Said.Add(what);
            return ValueTask.CompletedTask;
        }
    }
}
