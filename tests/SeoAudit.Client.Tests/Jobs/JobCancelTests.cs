using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Jobs;

public sealed class JobCancelTests
{
    private static readonly BulkAuditJobOptions Serial = new() { Audit = new() { MaxConcurrency = 1 } };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_that_waits_is_cancelled_at_once_and_never_begun()
    {
        await using var scene = new JobScene();
        BulkAuditJob cancelled = await scene.Jobs.SubmitAsync([JobScene.Page(0)], cancellationToken: Stop);
        await cancelled.CancelAsync(Stop);
        BulkAuditJob next = await scene.Jobs.SubmitAsync([JobScene.Page(1)], cancellationToken: Stop);

        await scene.StartAsync();
        await next.WaitForCompletionAsync(cancellationToken: Stop);

        Assert.Equal(["1"], scene.Asked);
        AuditFailedException failure = await Assert.ThrowsAsync<AuditFailedException>(() => cancelled.WaitForCompletionAsync(cancellationToken: Stop));
        Assert.Equal(("cancelled", cancelled.Id), (failure.Status, failure.OperationId));
        Assert.Equal(0, Assert.IsType<BulkAuditReport>(failure.Result).Total);
    }

    [Fact]
    public async Task What_is_in_flight_when_a_job_is_cancelled_is_finished_and_kept()
    {
        var gate = new Gate(static page => page.AbsolutePath == "/2");
        await using var scene = new JobScene(gate.AnswerAsync);
        BulkAuditJob job = await scene.Jobs.SubmitAsync(JobScene.Pages(100), Serial, Stop);
        await scene.StartAsync();
        await gate.Reached;

        await job.CancelAsync(Stop);
        await job.UpdateStatusAsync(Stop);
        Assert.Equal((BulkAuditJobStatus.Running, true), (job.Status, job.State.IsCancelling));
        await job.CancelAsync(Stop);
        gate.Open();

        AuditFailedException failure = await Assert.ThrowsAsync<AuditFailedException>(() => job.WaitForCompletionAsync(cancellationToken: Stop));
        Assert.Equal(BulkAuditJobStatus.Cancelled, job.Status);
        List<PageAuditOutcome> outcomes = await job.StreamOutcomesAsync(cancellationToken: Stop).CollectAsync();
        Assert.Contains(outcomes, static outcome => outcome.Url == JobScene.Page(2) && outcome.IsSuccess);
        Assert.Equal(scene.Asked.Count, outcomes.Count);
        Assert.True(outcomes.Count < 10, $"{outcomes.Count} pages were bought.");
        Assert.Equal(outcomes.Count, Assert.IsType<BulkAuditReport>(failure.Result).Total);
    }

    [Fact]
    public async Task A_job_that_has_ended_stays_as_it_is()
    {
        await using var scene = new JobScene();
        await scene.StartAsync();
        BulkAuditJob job = await scene.Jobs.SubmitAsync(JobScene.Pages(2), cancellationToken: Stop);
        await job.WaitForCompletionAsync(cancellationToken: Stop);

        await job.CancelAsync(Stop);
        await job.UpdateStatusAsync(Stop);

        Assert.Equal((BulkAuditJobStatus.Completed, false), (job.Status, job.State.IsCancelling));
    }

    [Fact]
    public async Task A_wish_to_cancel_survives_the_end_of_the_process()
    {
        var gate = new Gate(static page => page.AbsolutePath == "/3");
        await using var scene = new JobScene(gate.AnswerAsync);
        BulkAuditJob job = await scene.Jobs.SubmitAsync(JobScene.Pages(100), Serial, Stop);
        await scene.StartAsync();
        await gate.Reached;
        await job.CancelAsync(Stop);
        await scene.BreakOffAsync();
        int asked = scene.Asked.Count;

        await scene.StartAsync();
        BulkAuditJob again = (await scene.Jobs.GetAsync(job.Id, Stop))!;
        await Assert.ThrowsAsync<AuditFailedException>(() => again.WaitForCompletionAsync(cancellationToken: Stop));

        Assert.Equal(BulkAuditJobStatus.Cancelled, again.Status);
        Assert.Equal(asked, scene.Asked.Count);
        Assert.Equal(
            ["/0", "/1", "/2"],
            (await again.StreamOutcomesAsync(cancellationToken: Stop).CollectAsync()).Select(static outcome => outcome.Url.AbsolutePath),
            StringComparer.Ordinal);
    }
}
