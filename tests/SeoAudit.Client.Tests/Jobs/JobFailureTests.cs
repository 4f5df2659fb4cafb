using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using SeoAudit.Client.Jobs;
using SeoAudit.Client.Tests.Support;

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

    [Theory]
    [InlineData(""" "at":-1 """)]
    [InlineData(""" "at":-9223372036854775808 """)]
    [InlineData(""" "at":1 """)]
    [InlineData(""" "at":1000000 """)]
    [InlineData(""" "at":9223372036854775807 """)]
    [InlineData(""" "at":9223372036854775808 """)]
    [InlineData(""" "at":1e400 """)]
    [InlineData(""" "at":0,"i":99999999999 """)]
    [InlineData(""" "at":0,"status":"99999999999" """)]
    [InlineData(""" "at":0,"status":"7" """)]
    [InlineData(""" "at":0,"origin":"99999999999" """)]
    [InlineData(""" "at":0,"threshold":1e400 """)]
    [InlineData(""" "error":null """)]
    public async Task An_ended_job_whose_outcomes_are_broken_says_so_to_who_reads_them(string members)
    {
        await using var scene = new JobScene();
        await scene.StartAsync();
        BulkAuditJob job = await scene.Jobs.SubmitAsync(JobScene.Pages(1), cancellationToken: Stop);
        await job.WaitForCompletionAsync(cancellationToken: Stop);
        await File.WriteAllTextAsync(
            Path.Combine(scene.FolderOf(job), "outcomes.jsonl"), $$"""{"i":0,"url":"https://example.com/0","status":"Audited",{{members}}}""" + "\n", Stop);

        SeoAuditJobException failure = await Assert.ThrowsAsync<SeoAuditJobException>(() => job.StreamOutcomesAsync(cancellationToken: Stop).CollectAsync());

        Assert.Equal((JobFault.Unusable, job.Id), (failure.Fault, failure.OperationId));
        await scene.BreakOffAsync();
        await scene.StartAsync();
        BulkAuditJob again = (await scene.Jobs.GetAsync(job.Id, Stop))!;
        await Assert.ThrowsAsync<SeoAuditJobException>(() => again.StreamOutcomesAsync(cancellationToken: Stop).CollectAsync());
    }

    [Fact]
    public async Task A_running_job_whose_outcomes_are_broken_fails_and_says_so()
    {
        await using var scene = new JobScene();
        BulkAuditJob job = await scene.Jobs.SubmitAsync(JobScene.Pages(2), cancellationToken: Stop);
        await File.WriteAllTextAsync(
            Path.Combine(scene.FolderOf(job), "outcomes.jsonl"), """{"i":0,"url":"https://example.com/0","status":"Audited","at":-1}""" + "\n", Stop);
        await scene.StartAsync();

        await Assert.ThrowsAsync<AuditFailedException>(() => job.WaitForCompletionAsync(cancellationToken: Stop));

        Assert.Equal(JobFault.Unusable, Assert.IsType<SeoAuditJobException>(job.State.Error).Fault);
        Assert.Empty(scene.Asked);
    }

    [Theory]
    [InlineData("\"total\": 1", "\"total\": 2147483647")]
    [InlineData("\"completed\": 1", "\"completed\": -1")]
    [InlineData("\"failed\": 0", "\"failed\": -1")]
    [InlineData("\"duplicates\": 0", "\"duplicates\": -1")]
    [InlineData("\"service\": \"SeoPeek\"", "\"service\": 7")]
    [InlineData("\"status\": \"completed\"", "\"status\": \"completed\", \"error\": { \"facts\": { \"fieldErrors\": { \"url\": null } } }")]
    public async Task A_stored_job_that_says_what_cannot_be_is_passed_over(string good, string bad)
    {
        await using var scene = new JobScene();
        await scene.StartAsync();
        BulkAuditJob job = await scene.Jobs.SubmitAsync(JobScene.Pages(1), cancellationToken: Stop);
        BulkAuditJob other = await scene.Jobs.SubmitAsync(JobScene.Pages(1), cancellationToken: Stop);
        await job.WaitForCompletionAsync(cancellationToken: Stop);
        await other.WaitForCompletionAsync(cancellationToken: Stop);
        await scene.BreakOffAsync();
        string file = Path.Combine(scene.FolderOf(job), "job.json");
        string stored = await File.ReadAllTextAsync(file, Stop);
        Assert.Contains(good, stored, StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, stored.Replace(good, bad, StringComparison.Ordinal), Stop);

        await scene.StartAsync();

        Assert.Equal([other.Id], (await scene.Jobs.ListAsync(Stop).CollectAsync()).Select(static each => each.Id), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_line_without_an_end_is_not_read_on()
    {
        var endless = new MemoryStream(new byte[100_000]);
        await using var lines = new LineReader(endless, longest: 20_000);

        await Assert.ThrowsAsync<IOException>(async () => await lines.ReadAsync(Stop));

        Assert.InRange(endless.Position, 20_000, 40_000);
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
