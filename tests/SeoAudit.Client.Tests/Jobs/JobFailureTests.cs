using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace SeoAudit.Client.Tests.Jobs;

public sealed class JobFailureTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_whose_journal_is_another_run_s_fails_and_says_so()
    {
        await using var scene = new JobScene();
        BulkAuditJob job = await scene.Jobs.SubmitAsync(JobScene.Pages(2), cancellationToken: Stop);
        await File.WriteAllTextAsync(Path.Combine(scene.FolderOf(job), "journal.jsonl"), "not a journal\n", Stop);
        await scene.StartAsync();

        AuditFailedException failure = await Assert.ThrowsAsync<AuditFailedException>(() => job.WaitForCompletionAsync(cancellationToken: Stop));

        Assert.Equal(("failed", 0), (failure.Status, ((BulkAuditReport)failure.Result!).Total));
        Assert.Equal(JournalFault.OtherFormat, Assert.IsType<SeoAuditJournalException>(failure.InnerException).Fault);
        Assert.Equal(BulkAuditJobStatus.Failed, job.Status);
        await scene.BreakOffAsync();
        BulkAuditJob again = (await scene.Jobs.GetAsync(job.Id, Stop))!;
        Assert.Equal(JournalFault.OtherFormat, Assert.IsType<SeoAuditJournalException>(again.State.Error).Fault);
    }

    [Fact]
    public async Task A_job_whose_input_is_broken_fails_and_keeps_no_other_from_its_turn()
    {
        await using var scene = new JobScene();
        BulkAuditJob broken = await scene.Jobs.SubmitAsync(JobScene.Pages(2), cancellationToken: Stop);
        BulkAuditJob next = await scene.Jobs.SubmitAsync(JobScene.Pages(2), cancellationToken: Stop);
        File.Delete(Path.Combine(scene.FolderOf(broken), "urls.txt"));
        await scene.StartAsync();

        await next.WaitForCompletionAsync(cancellationToken: Stop);
        await Assert.ThrowsAsync<AuditFailedException>(() => broken.WaitForCompletionAsync(cancellationToken: Stop));

        Assert.Equal(
            [(600, LogLevel.Information), (600, LogLevel.Information), (601, LogLevel.Information), (603, LogLevel.Error), (601, LogLevel.Information), (602, LogLevel.Information)],
            scene.Services.GetFakeLogCollector().GetSnapshot().Select(static record => (record.Id.Id, record.Level)));
        Assert.Contains($"Job '{broken.Id}' failed (FileNotFoundException); 0 of 2", scene.Services.GetFakeLogCollector().GetSnapshot()[3].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wait_that_is_over_says_that_the_job_goes_on()
    {
        var gate = new Gate(static _ => true);
        await using var scene = new JobScene(gate.AnswerAsync);
        await scene.StartAsync();
        BulkAuditJob job = await scene.Jobs.SubmitAsync(JobScene.Pages(1), cancellationToken: Stop);
        await gate.Reached;

        SeoAuditTimeoutException late = await Assert.ThrowsAsync<SeoAuditTimeoutException>(
            () => job.WaitForCompletionAsync(new() { Timeout = TimeSpan.FromMilliseconds(1) }, Stop));

        Assert.Equal((job.Id, TimeoutKind.Wait), (late.OperationId, late.Kind));
        Assert.Contains("goes on in the background", late.Message, StringComparison.Ordinal);
        gate.Open();
        await job.WaitForCompletionAsync(cancellationToken: Stop);
    }
}
