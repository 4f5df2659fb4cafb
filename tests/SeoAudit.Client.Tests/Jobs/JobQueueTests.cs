namespace SeoAudit.Client.Tests.Jobs;

public sealed class JobQueueTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Jobs_take_their_turn_in_the_order_in_which_they_came()
    {
        await using var scene = new JobScene();
        var jobs = new List<BulkAuditJob>();
        for (var number = 0; number < 5; number++)
        {
            jobs.Add(await scene.Jobs.SubmitAsync([JobScene.Page(number)], cancellationToken: Stop));
        }

        await scene.StartAsync();
        await jobs[^1].WaitForCompletionAsync(cancellationToken: Stop);

        Assert.Equal(["0", "1", "2", "3", "4"], scene.Asked);
    }

    [Fact]
    public async Task As_many_run_at_the_same_time_as_are_allowed()
    {
        var gate = new Gate(static _ => true, held: 2);
        await using var scene = new JobScene(gate.AnswerAsync, configure: static jobs => jobs.MaxConcurrentJobs = 2);
        var jobs = new List<BulkAuditJob>();
        for (var number = 0; number < 3; number++)
        {
            jobs.Add(await scene.Jobs.SubmitAsync([JobScene.Page(number)], cancellationToken: Stop));
        }

        await scene.StartAsync();
        await gate.Reached;
        Assert.Equal(["running", "running", "pending"], await StatusesAsync(jobs), StringComparer.Ordinal);
        gate.Open();
        await jobs[2].WaitForCompletionAsync(cancellationToken: Stop);
    }

    [Fact]
    public async Task When_as_many_wait_as_are_allowed_the_next_is_refused_before_anything_is_stored()
    {
        var gate = new Gate(static _ => true);
        await using var scene = new JobScene(gate.AnswerAsync, configure: static jobs => jobs.QueueCapacity = 2);
        await scene.StartAsync();
        BulkAuditJob running = await scene.Jobs.SubmitAsync([JobScene.Page(0)], cancellationToken: Stop);
        await gate.Reached;
        BulkAuditJob waiting = await scene.Jobs.SubmitAsync([JobScene.Page(1)], cancellationToken: Stop);
        await scene.Jobs.SubmitAsync([JobScene.Page(2)], cancellationToken: Stop);
        var read = 0;

        SeoAuditJobException refusal = await Assert.ThrowsAsync<SeoAuditJobException>(
            () => scene.Jobs.SubmitAsync(Enumerable.Range(0, 3).Select(index => JobScene.Page(read = index)), cancellationToken: Stop));

        Assert.Equal((JobFault.QueueFull, true), (refusal.Fault, refusal.IsTransient));
        Assert.Contains("2 jobs are waiting", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, read);
        Assert.Equal(3, Directory.EnumerateDirectories(scene.Folder).Count());
        // A place is free when one has been cancelled.
        await waiting.CancelAsync(Stop);
        await scene.Jobs.SubmitAsync([JobScene.Page(3)], cancellationToken: Stop);
        gate.Open();
        await running.WaitForCompletionAsync(cancellationToken: Stop);
    }

    private static async Task<IEnumerable<string>> StatusesAsync(IEnumerable<BulkAuditJob> jobs)
    {
        foreach (BulkAuditJob job in jobs)
        {
            await job.UpdateStatusAsync(Stop);
        }

        return jobs.Select(static job => job.Status.Value);
    }
}
