using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Tests.Bulk;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Jobs;

public sealed class JobQuotaTests
{
    private const int Quota = 4;

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 12, 12, 0, 0, TimeSpan.Zero));
    private int _left = Quota;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_whose_quota_is_spent_ends_and_says_when_another_can_go_on()
    {
        await using var scene = new JobScene(AnswerAsync, _time);
        await scene.StartAsync();
        BulkAuditJob job = await scene.Jobs.SubmitAsync(JobScene.Pages(10), Options(resumes: false), Stop);

        BulkAuditReport report = await _time.RunAsync(() => job.WaitForCompletionAsync(cancellationToken: Stop), step: 1, limit: 600);

        Assert.Equal((10, Quota, 10 - Quota), (report.Total, report.Audited, report.NotAttempted));
        Assert.Equal(BulkAuditJobStatus.Completed, job.Status);
        Assert.Equal(10 - Quota, job.State.NotAttempted);
        Assert.NotNull(job.State.ResumeAt);
        Assert.Equal(report.ResumeAt, job.State.ResumeAt);
    }

    [Fact]
    public async Task A_job_that_may_wait_goes_on_by_itself_when_the_quota_returns()
    {
        await using var scene = new JobScene(AnswerAsync, _time);
        await scene.StartAsync();
        BulkAuditJob job = await scene.Jobs.SubmitAsync(JobScene.Pages(10), Options(resumes: true), Stop);
        BulkAuditJob other = await scene.Jobs.SubmitAsync([], cancellationToken: Stop);
        // One that waits keeps no other from its turn.
        await other.WaitForCompletionAsync(cancellationToken: Stop);
        await job.UpdateStatusAsync(Stop);
        Assert.Equal((BulkAuditJobStatus.Running, Quota, 0), (job.Status, job.State.Completed, job.State.NotAttempted));
        DateTimeOffset due = job.State.ResumeAt!.Value;
        Assert.True(due > _time.GetUtcNow());
        int asked = scene.Asked.Count;

        await scene.BreakOffAsync();
        await scene.StartAsync();
        BulkAuditJob again = (await scene.Jobs.GetAsync(job.Id, Stop))!;
        Assert.Equal(due, again.State.ResumeAt);
        Assert.Equal(asked, scene.Asked.Count);
        _left = 100;
        BulkAuditReport report = await _time.RunAsync(() => again.WaitForCompletionAsync(cancellationToken: Stop), step: 30, limit: 20_000);

        Assert.Equal((10, 10), (report.Total, report.Audited));
        Assert.True(_time.GetUtcNow() >= due);
        Assert.Equal(10, (await again.StreamOutcomesAsync(cancellationToken: Stop).CollectAsync()).Select(static outcome => outcome.Index).Distinct().Count());
    }

    [Fact]
    public async Task A_job_that_waits_for_its_quota_can_be_cancelled()
    {
        await using var scene = new JobScene(AnswerAsync, _time);
        await scene.StartAsync();
        BulkAuditJob job = await scene.Jobs.SubmitAsync(JobScene.Pages(10), Options(resumes: true), Stop);
        await (await scene.Jobs.SubmitAsync([], cancellationToken: Stop)).WaitForCompletionAsync(cancellationToken: Stop);

        await job.CancelAsync(Stop);
        await Assert.ThrowsAsync<AuditFailedException>(() => job.WaitForCompletionAsync(cancellationToken: Stop));

        Assert.Equal((BulkAuditJobStatus.Cancelled, Quota), (job.Status, job.State.Completed));
    }

    private static BulkAuditJobOptions Options(bool resumes) => new() { Audit = new() { MaxConcurrency = 1 }, ResumeWhenQuotaReturns = resumes };

    private Task<HttpResponseMessage> AnswerAsync(Uri page, CancellationToken cancellationToken) =>
        Task.FromResult(Interlocked.Decrement(ref _left) >= 0 ? JobScene.Good(page) : PacedService.TooMany(retryAfterSeconds: 3_600));
}
