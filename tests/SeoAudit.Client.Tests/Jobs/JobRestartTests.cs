using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Jobs;

public sealed class JobRestartTests
{
    private static readonly BulkAuditJobOptions Serial = new() { Audit = new() { MaxConcurrency = 1 } };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_goes_on_where_it_was_broken_off_and_its_outcomes_keep_their_places()
    {
        var gate = new Gate(static page => page.AbsolutePath == "/30", held: 1);
        await using var scene = new JobScene(gate.AnswerAsync);
        BulkAuditJob job = await scene.Jobs.SubmitAsync(JobScene.Pages(60).Concat(JobScene.Pages(60)), Serial, Stop);
        await scene.StartAsync();
        await gate.Reached;
        List<string> before = await FirstAsync(job, 20);
        await scene.BreakOffAsync();
        gate.Open();

        await scene.StartAsync();
        BulkAuditJob again = (await scene.Jobs.GetAsync(job.Id, Stop))!;
        BulkAuditReport report = await again.WaitForCompletionAsync(cancellationToken: Stop);

        Assert.Equal((60, 60, 0), (report.Total, report.AuditsUsed, report.Reused));
        List<string> all = [.. (await again.StreamOutcomesAsync(cancellationToken: Stop).CollectAsync()).Select(static outcome => outcome.Url.AbsolutePath)];
        Assert.Equal(before, all.Take(20), StringComparer.Ordinal);
        Assert.Equal(60, all.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(60, all.Count);
        // Only what was in flight was asked for twice.
        Assert.Equal(
            ["30"],
            scene.Asked.GroupBy(static page => page, StringComparer.Ordinal).Where(static page => page.Count() > 1).Select(static page => page.Key),
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_host_that_stops_in_time_finishes_what_is_in_flight_and_leaves_the_rest()
    {
        var gate = new Gate(static page => page.AbsolutePath == "/5");
        await using var scene = new JobScene(gate.AnswerAsync);
        BulkAuditJob job = await scene.Jobs.SubmitAsync(JobScene.Pages(50), Serial, Stop);
        await scene.StartAsync();
        await gate.Reached;

        Task stopping = scene.StopAsync(isPatient: true);
        SeoAuditJobException refusal = await Assert.ThrowsAsync<SeoAuditJobException>(() => scene.Jobs.SubmitAsync(JobScene.Pages(1), cancellationToken: Stop));
        Assert.Equal(JobFault.Stopping, refusal.Fault);
        gate.Open();
        await stopping;

        await job.UpdateStatusAsync(Stop);
        Assert.Equal(BulkAuditJobStatus.Running, job.Status);
        SeoAuditJobException over = await Assert.ThrowsAsync<SeoAuditJobException>(() => job.WaitForCompletionAsync(cancellationToken: Stop));
        Assert.Equal((JobFault.Stopping, job.Id), (over.Fault, over.OperationId));
        await Assert.ThrowsAsync<SeoAuditJobException>(() => job.StreamOutcomesAsync(cancellationToken: Stop).CollectAsync());

        await scene.BreakOffAsync();
        await scene.StartAsync();
        await (await scene.Jobs.GetAsync(job.Id, Stop))!.WaitForCompletionAsync(cancellationToken: Stop);
        Assert.Equal(50, scene.Asked.Count);
    }

    [Fact]
    public async Task A_host_that_stops_does_not_wait_for_what_a_service_has_queued()
    {
        var gate = new Gate(static _ => true);
        await using var scene = new JobScene(gate.AnswerAsync);
        BulkAuditJob job = await scene.Jobs.SubmitAsync(JobScene.Pages(3), new() { Audit = new() { Service = AuditService.Seogent } }, Stop);
        await scene.StartAsync();
        await gate.Reached;

        await scene.StopAsync(isPatient: true);

        await job.UpdateStatusAsync(Stop);
        Assert.Equal((BulkAuditJobStatus.Running, null), (job.Status, job.State.EndedAt));
        Assert.Contains(605, scene.Services.GetFakeLogCollector().GetSnapshot().Select(static record => record.Id.Id));
    }

    [Fact]
    public async Task Jobs_that_waited_wait_again_in_the_same_order()
    {
        await using var scene = new JobScene();
        string last = "";
        for (var number = 0; number < 6; number++)
        {
            last = (await scene.Jobs.SubmitAsync([JobScene.Page(number)], cancellationToken: Stop)).Id;
        }

        await scene.BreakOffAsync();
        await scene.StartAsync();
        await (await scene.Jobs.GetAsync(last, Stop))!.WaitForCompletionAsync(cancellationToken: Stop);

        Assert.Equal(["0", "1", "2", "3", "4", "5"], scene.Asked);
    }

    [Fact]
    public async Task What_has_ended_can_be_read_by_the_next_process()
    {
        await using var scene = new JobScene();
        await scene.StartAsync();
        BulkAuditJob job = await scene.Jobs.SubmitAsync(JobScene.Pages(5), cancellationToken: Stop);
        BulkAuditReport report = await job.WaitForCompletionAsync(cancellationToken: Stop);

        await scene.BreakOffAsync();
        BulkAuditJob again = (await scene.Jobs.GetAsync(job.Id, Stop))!;

        Assert.Equal(job.State with { Options = again.State.Options }, again.State);
        BulkAuditReport read = await again.WaitForCompletionAsync(cancellationToken: Stop);
        Assert.Equal((report.Total, report.AverageScore, report.Duration), (read.Total, read.AverageScore, read.Duration));
        Assert.Equal(report.WorstPages, read.WorstPages);
    }

    [Fact]
    public async Task What_a_killed_process_left_half_done_is_gone_or_whole()
    {
        await using var scene = new JobScene();
        BulkAuditJob job = await scene.Jobs.SubmitAsync(JobScene.Pages(2), cancellationToken: Stop);
        await scene.BreakOffAsync();
        // Killed while it stored another, while it deleted one, and while it wrote how this one stands.
        string partial = Path.Combine(scene.Folder, new string('a', 32) + ".partial");
        string deleted = Path.Combine(scene.Folder, new string('b', 32) + ".deleted");
        Directory.CreateDirectory(partial);
        Directory.CreateDirectory(deleted);
        await File.WriteAllTextAsync(Path.Combine(partial, "urls.txt"), "https://exam", Stop);
        await File.WriteAllTextAsync(Path.Combine(scene.FolderOf(job), "job.json.next"), "{\"status\":\"com", Stop);

        await scene.StartAsync();
        BulkAuditJob again = Assert.Single(await scene.Jobs.ListAsync(Stop).CollectAsync());
        await again.WaitForCompletionAsync(cancellationToken: Stop);

        Assert.Equal([job.Id], Directory.EnumerateDirectories(scene.Folder).Select(Path.GetFileName), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_torn_last_outcome_comes_again_at_its_place()
    {
        var gate = new Gate(static page => page.AbsolutePath == "/9");
        await using var scene = new JobScene(gate.AnswerAsync);
        BulkAuditJob job = await scene.Jobs.SubmitAsync(JobScene.Pages(10), Serial, Stop);
        await scene.StartAsync();
        await gate.Reached;
        await FirstAsync(job, 9);
        await scene.BreakOffAsync();
        gate.Open();
        string outcomes = Path.Combine(scene.FolderOf(job), "outcomes.jsonl");
        byte[] whole = await File.ReadAllBytesAsync(outcomes, Stop);
        await File.WriteAllBytesAsync(outcomes, whole[..^5], Stop);
        int asked = scene.Asked.Count;

        await scene.StartAsync();
        BulkAuditJob again = (await scene.Jobs.GetAsync(job.Id, Stop))!;
        await again.WaitForCompletionAsync(cancellationToken: Stop);

        Assert.Equal(
            Enumerable.Range(0, 10).Select(static index => $"/{index}"),
            (await again.StreamOutcomesAsync(cancellationToken: Stop).CollectAsync()).Select(static outcome => outcome.Url.AbsolutePath),
            StringComparer.Ordinal);
        Assert.Equal(asked + 1, scene.Asked.Count);
    }

    [Fact]
    public async Task Outcomes_whose_audits_were_lost_with_the_power_are_made_again()
    {
        var gate = new Gate(static page => page.AbsolutePath == "/9");
        await using var scene = new JobScene(gate.AnswerAsync);
        BulkAuditJob job = await scene.Jobs.SubmitAsync(JobScene.Pages(10), Serial, Stop);
        await scene.StartAsync();
        await gate.Reached;
        await FirstAsync(job, 9);
        await scene.BreakOffAsync();
        gate.Open();
        string journal = Path.Combine(scene.FolderOf(job), "journal.jsonl");
        string[] lines = await File.ReadAllLinesAsync(journal, Stop);
        await File.WriteAllTextAsync(journal, string.Join('\n', lines[..^2]) + "\n", new UTF8Encoding(false), Stop);

        await scene.StartAsync();
        BulkAuditJob again = (await scene.Jobs.GetAsync(job.Id, Stop))!;
        BulkAuditReport report = await again.WaitForCompletionAsync(cancellationToken: Stop);

        Assert.Equal(10, report.Audited);
    }

    [Fact]
    public async Task A_job_that_cannot_be_read_is_left_as_it_is_and_the_others_go_on()
    {
        await using var scene = new JobScene();
        BulkAuditJob broken = await scene.Jobs.SubmitAsync(JobScene.Pages(1), cancellationToken: Stop);
        BulkAuditJob good = await scene.Jobs.SubmitAsync(JobScene.Pages(1), cancellationToken: Stop);
        await scene.BreakOffAsync();
        string record = Path.Combine(scene.FolderOf(broken), "job.json");
        await File.WriteAllTextAsync(record, "{}", Stop);

        await scene.StartAsync();
        await (await scene.Jobs.GetAsync(good.Id, Stop))!.WaitForCompletionAsync(cancellationToken: Stop);

        Assert.Null(await scene.Jobs.GetAsync(broken.Id, Stop));
        Assert.Equal("{}", await File.ReadAllTextAsync(record, Stop));
    }

    private static async Task<List<string>> FirstAsync(BulkAuditJob job, int count)
    {
        var first = new List<string>();
        await foreach (PageAuditOutcome outcome in job.StreamOutcomesAsync(cancellationToken: Stop))
        {
            first.Add(outcome.Url.AbsolutePath);
            if (first.Count == count)
            {
                break;
            }
        }

        return first;
    }
}
