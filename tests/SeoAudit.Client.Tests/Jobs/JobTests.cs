using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Jobs;

public sealed class JobTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_that_is_submitted_is_audited_in_the_background()
    {
        await using var scene = new JobScene();
        BulkAuditJob submitted = await scene.Jobs.SubmitAsync(JobScene.Pages(20), new() { Name = "weekly" }, Stop);
        Assert.Equal(BulkAuditJobStatus.Pending, submitted.Status);
        Assert.Empty(scene.Asked);

        await scene.StartAsync();
        BulkAuditReport report = await submitted.WaitForCompletionAsync(cancellationToken: Stop);

        Assert.Equal((20, 20, 20), (report.Total, report.Audited, report.AuditsUsed));
        BulkAuditJob job = Assert.IsAssignableFrom<BulkAuditJob>(await scene.Jobs.GetAsync(submitted.Id, Stop));
        Assert.Equal(BulkAuditJobStatus.Completed, job.Status);
        Assert.Equal(("weekly", 20, 20, 20, 0), (job.State.Options.Name, job.State.Total, job.State.Completed, job.State.Passed, job.State.Failed));
        Assert.Equal(100, job.Progress!.Percentage);
        Assert.True(job.IsCompleted);
        Assert.True(job.State.SubmittedAt <= job.State.StartedAt && job.State.StartedAt <= job.State.EndedAt);
    }

    [Fact]
    public async Task Bad_urls_are_outcomes_and_what_comes_again_has_none()
    {
        await using var scene = new JobScene();
        Uri[] urls = [JobScene.Page(0), new("ftp://example.com/x"), JobScene.Page(0), new("/relative", UriKind.Relative), new("ftp://example.com/x"), JobScene.Page(1)];
        BulkAuditJob job = await scene.Jobs.SubmitAsync(urls, cancellationToken: Stop);
        Assert.Equal((4, 2), (job.State.Total, job.State.Duplicates));

        await scene.StartAsync();
        BulkAuditReport report = await job.WaitForCompletionAsync(cancellationToken: Stop);

        Assert.Equal((4, 2, 2), (report.Total, report.Audited, report.Errors));
        List<PageAuditOutcome> outcomes = await job.StreamOutcomesAsync(cancellationToken: Stop).CollectAsync();
        Assert.Equal([0, 1, 3, 5], outcomes.Select(static outcome => outcome.Index).Order());
        Assert.All(outcomes, outcome => Assert.Equal(urls[outcome.Index], outcome.Url));
        Assert.All(outcomes.Where(static outcome => !outcome.IsSuccess), static outcome => Assert.IsType<SeoAuditValidationException>(outcome.Error));
    }

    [Fact]
    public async Task Outcomes_come_as_they_are_known_and_go_on_from_any_place()
    {
        var gate = new Gate(static page => page.AbsolutePath == "/7");
        await using var scene = new JobScene(gate.AnswerAsync);
        BulkAuditJob job = await scene.Jobs.SubmitAsync(JobScene.Pages(8), Serial, Stop);
        await scene.StartAsync();

        var seen = new List<string>();
        await foreach (PageAuditOutcome outcome in job.StreamOutcomesAsync(from: 3, Stop))
        {
            seen.Add(outcome.Url.AbsolutePath);
            if (seen.Count == 4)
            {
                Assert.Equal(BulkAuditJobStatus.Running, (await scene.Jobs.GetAsync(job.Id, Stop))!.Status);
                gate.Open();
            }
        }

        Assert.Equal(["/3", "/4", "/5", "/6", "/7"], seen);
        Assert.Equal(
            ["/6", "/7"],
            (await job.StreamOutcomesAsync(from: 6, Stop).CollectAsync()).Select(static outcome => outcome.Url.AbsolutePath),
            StringComparer.Ordinal);
        Assert.Empty(await job.StreamOutcomesAsync(from: 100, Stop).CollectAsync());
        Assert.Throws<ArgumentOutOfRangeException>(() => job.StreamOutcomesAsync(from: -1, Stop));
    }

    [Fact]
    public async Task An_outcome_is_read_back_as_the_run_gave_it()
    {
        await using var scene = new JobScene(static (page, _) => Task.FromResult(
            page.AbsolutePath == "/1" ? Support.ScriptedHandler.Json("""{"error":"no such host"}""", System.Net.HttpStatusCode.UnprocessableEntity) : JobScene.Good(page)));
        BulkAuditJob job = await scene.Jobs.SubmitAsync(JobScene.Pages(2), new() { Audit = new() { MaxConcurrency = 1, PassThreshold = 90 } }, Stop);
        await scene.StartAsync();

        List<PageAuditOutcome> outcomes = await job.StreamOutcomesAsync(cancellationToken: Stop).CollectAsync();

        Assert.Equal((OutcomeStatus.Audited, OutcomeOrigin.Service, 80.0, false), (outcomes[0].Status, outcomes[0].Origin, outcomes[0].Audit!.Score, outcomes[0].IsPassed));
        Assert.Equal((OutcomeStatus.Failed, AuditService.SeoPeek, "no such host"), (outcomes[1].Status, outcomes[1].Service, outcomes[1].Error!.ServiceMessage));
        // An audit is stored once, in the journal.
        Assert.DoesNotContain("grade", await File.ReadAllTextAsync(Path.Combine(scene.FolderOf(job), "outcomes.jsonl"), Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Jobs_are_listed_with_the_last_one_first()
    {
        await using var scene = new JobScene();
        var ids = new List<string>();
        for (var number = 0; number < 3; number++)
        {
            ids.Insert(0, (await scene.Jobs.SubmitAsync(JobScene.Pages(1), cancellationToken: Stop)).Id);
        }

        Assert.Equal(ids, (await scene.Jobs.ListAsync(Stop).CollectAsync()).Select(static job => job.Id), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Who_reads_or_waits_can_give_up_and_the_job_goes_on()
    {
        var gate = new Gate(static _ => true);
        await using var scene = new JobScene(gate.AnswerAsync);
        await scene.StartAsync();
        BulkAuditJob job = await scene.Jobs.SubmitAsync(JobScene.Pages(1), cancellationToken: Stop);
        await gate.Reached;
        using var given = new CancellationTokenSource();
        Task reading = job.StreamOutcomesAsync(cancellationToken: given.Token).CollectAsync();
        Task waiting = job.WaitForCompletionAsync(cancellationToken: given.Token);

        await given.CancelAsync();

        Assert.Equal(given.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading)).CancellationToken);
        Assert.Equal(given.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting)).CancellationToken);
        gate.Open();
        Assert.Equal(1, (await job.WaitForCompletionAsync(cancellationToken: Stop)).Audited);
    }

    [Fact]
    public async Task A_job_of_no_pages_ends_in_an_empty_report()
    {
        await using var scene = new JobScene();
        await scene.StartAsync();

        BulkAuditJob job = await scene.Jobs.SubmitAsync([], cancellationToken: Stop);

        Assert.Equal(0, (await job.WaitForCompletionAsync(cancellationToken: Stop)).Total);
    }

    [Fact]
    public async Task What_the_input_throws_leaves_nothing_behind()
    {
        await using var scene = new JobScene();

        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => scene.Jobs.SubmitAsync(Broken(), cancellationToken: Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => scene.Jobs.SubmitAsync([JobScene.Page(0), null!], cancellationToken: Stop));

        Assert.Empty(Directory.EnumerateDirectories(scene.Folder));
        Assert.Empty(await scene.Jobs.ListAsync(Stop).CollectAsync());

        static async IAsyncEnumerable<Uri> Broken()
        {
            yield return JobScene.Page(0);
            await Task.Yield();
            throw new TimeZoneNotFoundException();
        }
    }

    [Fact]
    public async Task The_report_keeps_outcomes_only_where_it_is_told_to()
    {
        await using var scene = new JobScene();
        await scene.StartAsync();
        BulkAuditJob job = await scene.Jobs.SubmitAsync(JobScene.Pages(3), new() { Report = new() { KeepOutcomes = true, WorstPages = 1 } }, Stop);

        BulkAuditReport report = await job.WaitForCompletionAsync(cancellationToken: Stop);

        Assert.Equal((3, 1), (report.Outcomes.Count, report.WorstPages.Count));
        Assert.Equal(job.State.EndedAt - job.State.StartedAt, report.Duration);
    }

    private static BulkAuditJobOptions Serial => new() { Audit = new() { MaxConcurrency = 1 } };
}
