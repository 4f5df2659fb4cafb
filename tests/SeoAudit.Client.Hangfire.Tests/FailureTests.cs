using Hangfire.InMemory;
using Hangfire.Storage;
using SeoAudit.Client.Hangfire.Storage;
using SeoAudit.Client.Hangfire.Tests.Support;

namespace SeoAudit.Client.Hangfire.Tests;

public sealed class FailureTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_no_worker_could_do_better_fails_the_job_and_the_dashboard_says_why()
    {
        await using var scene = new Scene(new InMemoryStorage());
        Machine machine = scene.Add();
        BulkAuditJob job = await machine.Jobs.SubmitAsync(Scene.Pages(12), cancellationToken: Stop);
        machine.Fleet.Access.Write(transaction => transaction.Set(Keys.Input(job.Id, 1), ("0", "no place and no URL\n")));

        await machine.StartAsync();
        AuditFailedException end = await Assert.ThrowsAsync<AuditFailedException>(() => job.WaitForCompletionAsync(cancellationToken: Stop));

        Assert.Equal(BulkAuditJobStatus.Failed, job.Status);
        Assert.StartsWith("Batch 1 failed: ", job.State.Error!.Message, StringComparison.Ordinal);
        Assert.Equal(job.State.Completed, ((BulkAuditReport)end.Result!).Total);
        IMonitoringApi monitor = scene.Storage.GetMonitoringApi();
        Assert.Contains(monitor.FailedJobs(0, 10), static each => each.Value.Reason.StartsWith("Batch 1 failed: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stored_job_that_cannot_be_read_is_told_as_such()
    {
        await using var scene = new Scene(new InMemoryStorage());
        Machine machine = scene.Add();
        BulkAuditJob job = await machine.Jobs.SubmitAsync(Scene.Pages(1), cancellationToken: Stop);
        machine.Fleet.Jobs.Set(job.Id, JobEntry.TotalField, "many");

        SeoAuditJobException fault = await Assert.ThrowsAsync<SeoAuditJobException>(() => machine.Jobs.GetAsync(job.Id, Stop));

        Assert.Equal(JobFault.Unusable, fault.Fault);
    }

    [Fact]
    public async Task A_quota_that_is_said_never_to_return_is_asked_for_again_within_a_month()
    {
        await using var scene = new Scene(new InMemoryStorage(), static (_, _) =>
        {
            HttpResponseMessage spent = Scene.Spent(1);
            spent.Headers.RetryAfter = new System.Net.Http.Headers.RetryConditionHeaderValue(new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero));
            return Task.FromResult(spent);
        });
        Machine machine = await scene.StartAsync();
        BulkAuditJob job = await machine.Jobs.SubmitAsync(Scene.Pages(3), new() { Audit = new() { MaxConcurrency = 1 }, ResumeWhenQuotaReturns = true }, Stop);

        IMonitoringApi monitor = scene.Storage.GetMonitoringApi();
        while (monitor.ScheduledCount() == 0)
        {
            await Task.Delay(20, Stop);
        }

        await job.UpdateStatusAsync(Stop);
        Assert.InRange(job.State.PausedUntil!.Value, DateTimeOffset.UtcNow.AddDays(30), DateTimeOffset.UtcNow.AddDays(31));
        Assert.Contains("The quota of SeoPeek is spent", monitor.JobDetails(monitor.ScheduledJobs(0, 1).Single().Key).History[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_can_be_cancelled()
    {
        await using var scene = new Scene(new InMemoryStorage());
        Machine machine = scene.Add();
        BulkAuditJob job = await machine.Jobs.SubmitAsync(Scene.Pages(1), cancellationToken: Stop);
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => machine.Jobs.SubmitAsync(Scene.Pages(3), cancellationToken: cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => machine.Jobs.GetAsync(job.Id, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => job.CancelAsync(cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await machine.Jobs.ListAsync(cancelled).GetAsyncEnumerator(cancelled).MoveNextAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await job.StreamOutcomesAsync(cancellationToken: cancelled).GetAsyncEnumerator(cancelled).MoveNextAsync());
        Assert.Single(machine.Fleet.Jobs.List());
    }
}
