using System.Text;
using Hangfire;
using Hangfire.Storage;
using SeoAudit.Client.Hangfire.Storage;
using SeoAudit.Client.Hangfire.Tests.Support;

namespace SeoAudit.Client.Hangfire.Tests.Contract;

/// <summary>What holds on every storage.</summary>
public abstract class JobContract
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Opens a storage that holds nothing yet.</summary>
    protected abstract JobStorage Open();

    [Fact]
    public async Task A_job_is_cut_into_batches_and_each_page_has_one_outcome()
    {
        await using var scene = new Scene(Open());
        Machine machine = await scene.StartAsync();

        BulkAuditJob job = await machine.Jobs.SubmitAsync(Scene.Pages(23), new() { Name = "weekly" }, Stop);
        BulkAuditReport report = await job.WaitForCompletionAsync(cancellationToken: Stop);

        Assert.Equal((23, 23, 23), (report.Total, report.Audited, report.Passed));
        Assert.Equal(BulkAuditJobStatus.Completed, job.Status);
        Assert.Equal("weekly", job.State.Options.Name);
        Assert.Equal((23, 23, 23, 0), (job.State.Total, job.State.Completed, job.State.Passed, job.State.Failed));
        Assert.True(job.State.SubmittedAt <= job.State.StartedAt && job.State.StartedAt <= job.State.EndedAt);
        Assert.Equal(Enumerable.Range(0, 23).Select(static page => $"{page}").Order(StringComparer.Ordinal), scene.Asked.Order(StringComparer.Ordinal));
        PageAuditOutcome[] outcomes = await CollectAsync(job);
        Assert.Equal(Enumerable.Range(0, 23), outcomes.Select(static outcome => outcome.Index).Order());
        Assert.All(outcomes, static outcome => Assert.Equal(Scene.Page(outcome.Index), outcome.Url));
    }

    [Fact]
    public async Task What_comes_again_in_another_batch_has_no_outcome_of_its_own()
    {
        await using var scene = new Scene(Open());
        Machine machine = await scene.StartAsync();
        Uri[] pages = [.. Scene.Pages(7), .. Scene.Pages(9), new Uri("/nowhere", UriKind.Relative), new Uri("HTTPS://EXAMPLE.com:443/0#top")];

        BulkAuditJob job = await machine.Jobs.SubmitAsync(pages, cancellationToken: Stop);
        BulkAuditReport report = await job.WaitForCompletionAsync(cancellationToken: Stop);

        Assert.Equal((10, 8), (job.State.Total, job.State.Duplicates));
        Assert.Equal((10, 9, 1), (report.Total, report.Audited, report.Failed));
        Assert.Equal(9, scene.Asked.Count);
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 14, 15, 16], (await CollectAsync(job)).Select(static outcome => outcome.Index).Order());
    }

    [Fact]
    public async Task Places_stay_whoever_reads_and_whenever()
    {
        var gate = new Gate(static page => page.AbsolutePath.Length > 2);
        await using var scene = new Scene(Open(), gate.AnswerAsync);
        Machine machine = await scene.StartAsync();
        Machine other = scene.Add(static jobs => jobs.Workers = 0);
        BulkAuditJob job = await machine.Jobs.SubmitAsync(Scene.Pages(20), cancellationToken: Stop);
        await gate.Reached.WaitAsync(Stop);
        var early = new List<int>();
        await foreach (PageAuditOutcome outcome in (await other.Jobs.GetAsync(job.Id, Stop))!.StreamOutcomesAsync(cancellationToken: Stop))
        {
            early.Add(outcome.Index);
            if (early.Count == 10)
            {
                gate.Open();
            }
        }

        await job.WaitForCompletionAsync(cancellationToken: Stop);
        int[] late = [.. (await CollectAsync(job)).Select(static outcome => outcome.Index)];

        Assert.Equal(early, late);
        Assert.Equal(late[13..], (await CollectAsync(job, from: 13)).Select(static outcome => outcome.Index));
        Assert.Empty(await CollectAsync(job, from: 500));
    }

    [Fact]
    public async Task A_batch_of_a_machine_that_breaks_off_is_taken_over_without_asking_again_for_what_is_known()
    {
        var gate = new Gate(static page => page.AbsolutePath is "/7");
        await using var scene = new Scene(Open(), gate.AnswerAsync);
        Machine first = await scene.StartAsync();
        BulkAuditJob job = await first.Jobs.SubmitAsync(Scene.Pages(10), new() { Audit = new() { MaxConcurrency = 1 } }, Stop);
        await gate.Reached.WaitAsync(Stop);
        await first.StopAsync(isPatient: false);
        Assert.Equal(BulkAuditJobStatus.Running, (await first.Jobs.GetAsync(job.Id, Stop))!.Status);

        gate.Open();
        Machine second = await scene.StartAsync();
        BulkAuditJob found = (await second.Jobs.GetAsync(job.Id, Stop))!;
        BulkAuditReport report = await found.WaitForCompletionAsync(cancellationToken: Stop);

        Assert.Equal((10, 10), (report.Total, report.Audited));
        Assert.All(scene.Asked.GroupBy(static asked => asked, StringComparer.Ordinal), static asked => Assert.Equal(asked.Key == "7" ? 2 : 1, asked.Count()));
        Assert.All(await CollectAsync(found), static outcome => Assert.Equal(OutcomeOrigin.Service, outcome.Origin));
    }

    [Fact]
    public async Task A_machine_that_stops_in_peace_finishes_what_is_in_flight_and_begins_nothing()
    {
        var gate = new Gate(static page => page.AbsolutePath is "/2");
        await using var scene = new Scene(Open(), gate.AnswerAsync);
        Machine first = await scene.StartAsync();
        BulkAuditJob job = await first.Jobs.SubmitAsync(Scene.Pages(5), new() { Audit = new() { MaxConcurrency = 1 } }, Stop);
        await gate.Reached.WaitAsync(Stop);
        Task stopped = first.StopAsync(isPatient: true);
        gate.Open();
        await stopped;
        int asked = scene.Asked.Count;
        Assert.InRange(asked, 3, 4);

        BulkAuditJob found = (await (await scene.StartAsync()).Jobs.GetAsync(job.Id, Stop))!;
        await found.WaitForCompletionAsync(cancellationToken: Stop);

        Assert.Equal(5, scene.Asked.Count);
    }

    [Fact]
    public async Task Cancel_reaches_the_workers_of_another_machine_and_keeps_what_was_in_flight()
    {
        var gate = new Gate(static page => page.AbsolutePath is "/3");
        // Pages take a while, so that the worker, which looks whether it is to stop, has long looked before the last.
        await using var scene = new Scene(Open(), async (page, stop) =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), stop);
            return await gate.AnswerAsync(page, stop);
        });
        // One worker, for of several that want the one place, the one with the held page may be the last.
        await scene.StartAsync(static jobs => (jobs.Workers, jobs.MaxConcurrentBatches) = (1, 1));
        Machine other = scene.Add(static jobs => jobs.Workers = 0);
        BulkAuditJob job = await other.Jobs.SubmitAsync(Scene.Pages(100), new() { Audit = new() { MaxConcurrency = 1 } }, Stop);
        await gate.Reached.WaitAsync(Stop);

        await job.CancelAsync(Stop);
        await job.CancelAsync(Stop);
        Assert.True((await other.Jobs.GetAsync(job.Id, Stop))!.State.IsCancelling);
        gate.Open();
        AuditFailedException end = await Assert.ThrowsAsync<AuditFailedException>(() => job.WaitForCompletionAsync(cancellationToken: Stop));

        Assert.Equal(BulkAuditJobStatus.Cancelled, job.Status);
        Assert.Equal(scene.Asked.Count, job.State.Completed);
        Assert.InRange(scene.Asked.Count, 4, 99);
        Assert.Equal(scene.Asked.Count, ((BulkAuditReport)end.Result!).Total);
        Assert.Equal(scene.Asked.Count, (await CollectAsync(job)).Length);
    }

    [Fact]
    public async Task A_spent_quota_puts_the_rest_off_and_says_why()
    {
        int left = 7;
        await using var scene = new Scene(Open(), (page, _) => Task.FromResult(Interlocked.Decrement(ref left) >= 0 ? Scene.Good(page) : Scene.Spent(3_600)));
        Machine machine = await scene.StartAsync(static jobs => jobs.MaxConcurrentBatches = 1);
        BulkAuditJob job = await machine.Jobs.SubmitAsync(
            Scene.Pages(15), new() { Audit = new() { MaxConcurrency = 1 }, ResumeWhenQuotaReturns = true }, Stop);

        IMonitoringApi monitor = scene.Storage.GetMonitoringApi();
        while (monitor.ScheduledCount() < 2 || monitor.EnqueuedCount("seoaudit-seopeek") + monitor.ProcessingCount() > 0)
        {
            await Task.Delay(20, Stop);
        }

        await job.UpdateStatusAsync(Stop);
        Assert.Equal((BulkAuditJobStatus.Running, 7, 0), (job.Status, job.State.Completed, job.State.NotAttempted));
        Assert.InRange(job.State.ResumeAt!.Value, DateTimeOffset.UtcNow.AddMinutes(50), DateTimeOffset.UtcNow.AddMinutes(61));
        // One was refused; the batches after it did not even ask.
        Assert.Equal(8, scene.Asked.Count);
        string[] put = [.. monitor.ScheduledJobs(0, 10).Select(static each => each.Key)];
        Assert.Equal(2, put.Length);
        Assert.All(put, id => Assert.Contains("quota", monitor.JobDetails(id).History[0].Reason, StringComparison.Ordinal));
        Assert.All(monitor.ScheduledJobs(0, 10), each => Assert.Equal(job.State.ResumeAt.Value.UtcDateTime, each.Value.EnqueueAt, TimeSpan.FromMinutes(1)));

        left = 100;
        machine.Fleet.Access.Write(static transaction => transaction.RemoveHash(Keys.Pauses));
        var client = new BackgroundJobClient(scene.Storage);
        Array.ForEach(put, id => client.Requeue(id));
        BulkAuditReport report = await job.WaitForCompletionAsync(cancellationToken: Stop);

        Assert.Equal((15, 15), (report.Total, report.Audited));
        Assert.Equal(15, (await CollectAsync(job)).Select(static outcome => outcome.Index).Distinct().Count());
    }

    [Fact]
    public async Task Without_a_wish_to_wait_a_spent_quota_ends_the_job_and_says_when_another_can_go_on()
    {
        int left = 4;
        await using var scene = new Scene(Open(), (page, _) => Task.FromResult(Interlocked.Decrement(ref left) >= 0 ? Scene.Good(page) : Scene.Spent(3_600)));
        Machine machine = await scene.StartAsync();
        BulkAuditJob job = await machine.Jobs.SubmitAsync(Scene.Pages(10), cancellationToken: Stop);

        BulkAuditReport report = await job.WaitForCompletionAsync(cancellationToken: Stop);

        Assert.Equal((10, 4), (report.Total, report.Audited));
        Assert.NotNull(job.State.ResumeAt);
    }

    [Fact]
    public async Task A_batch_whose_worker_died_is_put_into_the_queue_again()
    {
        await using var scene = new Scene(Open());
        Machine machine = scene.Add(static jobs => jobs.TakeOverAfter = TimeSpan.FromSeconds(3));
        BulkAuditJob job = await machine.Jobs.SubmitAsync(Scene.Pages(5), cancellationToken: Stop);
        Assert.NotNull(machine.Fleet.Claims.TryTake(job.Id, 0));
        Assert.Null(machine.Fleet.Claims.TryTake(job.Id, 0));

        await machine.StartAsync();
        BulkAuditReport report = await job.WaitForCompletionAsync(cancellationToken: Stop);

        Assert.Equal(5, report.Audited);
        Assert.Equal(5, scene.Asked.Count);
    }

    [Fact]
    public async Task A_batch_that_was_taken_from_the_queue_by_who_died_before_claiming_it_is_not_lost()
    {
        await using var scene = new Scene(Open());
        Machine machine = scene.Add(static jobs => jobs.TakeOverAfter = TimeSpan.FromSeconds(3));
        BulkAuditJob job = await machine.Jobs.SubmitAsync(Scene.Pages(5), cancellationToken: Stop);
        machine.Fleet.Queue.EnqueueAll(machine.Fleet.Jobs.Find(job.Id)!, Stop);
        using (IStorageConnection connection = scene.Storage.GetConnection())
        {
            // Neither finished nor given back.
            Assert.NotNull(connection.FetchNextJob(["seoaudit-seopeek"], Stop));
        }

        await machine.StartAsync();
        BulkAuditReport report = await job.WaitForCompletionAsync(cancellationToken: Stop);

        Assert.Equal((5, 5), (report.Audited, scene.Asked.Count));
    }

    [Fact]
    public async Task Batches_of_all_machines_share_the_bound_of_a_service()
    {
        var turn = new object();
        var (running, most) = (0, 0);
        await using var scene = new Scene(Open(), async (page, stop) =>
        {
            int now = Interlocked.Increment(ref running);
            lock (turn)
            {
                most = Math.Max(most, now);
            }

            await Task.Delay(20, stop);
            Interlocked.Decrement(ref running);
            return Scene.Good(page);
        });
        Action<HangfireJobsOptions> two = static jobs => jobs.MaxConcurrentBatches = 2;
        Machine machine = await scene.StartAsync(two);
        await scene.StartAsync(two);

        BulkAuditJob job = await machine.Jobs.SubmitAsync(Scene.Pages(60), new() { Audit = new() { MaxConcurrency = 1 } }, Stop);
        await job.WaitForCompletionAsync(cancellationToken: Stop);

        Assert.Equal(60, scene.Asked.Count);
        Assert.Equal(2, most);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../jobs")]
    [InlineData("*")]
    [InlineData("seoaudit:jobs")]
    [InlineData("4F6C1C0E3B0D4A6F9F0E6A7C1D2B3E4F")]
    [InlineData("4f6c1c0e3b0d4a6f9f0e6a7c1d2b3e4f")]
    [InlineData("4f6c1c0e3b0d4a6f9f0e6a7c1d2b3e4f'; drop table hangfire.hash; --")]
    public async Task What_is_no_id_of_a_job_finds_none(string id)
    {
        await using var scene = new Scene(Open());
        Machine machine = scene.Add();
        await machine.Jobs.SubmitAsync(Scene.Pages(1), cancellationToken: Stop);

        Assert.Null(await machine.Jobs.GetAsync(id, Stop));
        Assert.Null(await machine.Jobs.GetAsync(id + "\0", Stop));
    }

    [Fact]
    public async Task Jobs_are_listed_the_last_one_first_and_an_empty_one_ends_at_once()
    {
        await using var scene = new Scene(Open());
        Machine machine = await scene.StartAsync();
        BulkAuditJob one = await machine.Jobs.SubmitAsync(Scene.Pages(3), cancellationToken: Stop);
        BulkAuditJob two = await machine.Jobs.SubmitAsync([], cancellationToken: Stop);

        await two.WaitForCompletionAsync(cancellationToken: Stop);
        var listed = new List<string>();
        await foreach (BulkAuditJob each in machine.Jobs.ListAsync(Stop))
        {
            listed.Add(each.Id);
        }

        Assert.Equal([two.Id, one.Id], listed);
    }

    [Fact]
    public async Task A_job_that_was_kept_long_enough_is_gone()
    {
        await using var scene = new Scene(Open());
        Machine machine = await scene.StartAsync(static jobs => jobs.KeepFinishedFor = TimeSpan.Zero);
        BulkAuditJob job = await machine.Jobs.SubmitAsync(Scene.Pages(3), cancellationToken: Stop);

        await Assert.ThrowsAsync<SeoAuditNotFoundException>(() => job.WaitForCompletionAsync(cancellationToken: Stop));

        Assert.Null(await machine.Jobs.GetAsync(job.Id, Stop));
        Assert.Empty(machine.Fleet.Jobs.List());
        using IStorageConnection connection = scene.Storage.GetConnection();
        foreach (string key in new[] { Keys.Job(job.Id), Keys.Progress(job.Id, 0), Keys.Input(job.Id, 0), Keys.Outcomes(job.Id, 0) })
        {
            Assert.InRange(((JobStorageConnection)connection).GetHashTtl(key), TimeSpan.FromMinutes(50), TimeSpan.FromMinutes(60));
        }
    }

    [Fact]
    public async Task What_is_submitted_is_stored_whole_or_not_at_all()
    {
        await using var scene = new Scene(Open());
        Machine machine = scene.Add();

        await Assert.ThrowsAsync<InvalidDataException>(() => machine.Jobs.SubmitAsync(BrokenAsync(), cancellationToken: Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => machine.Jobs.SubmitAsync(new Uri[] { Scene.Page(1), null! }, cancellationToken: Stop));

        Assert.Empty(machine.Fleet.Jobs.List());
        Assert.Equal(0, scene.Storage.GetMonitoringApi().EnqueuedCount("seoaudit-jobs"));
    }

    [Fact]
    public async Task Long_urls_and_hostile_ones_come_back_as_they_were_and_no_page_of_the_input_is_long()
    {
        await using var scene = new Scene(Open(), static (page, _) => Task.FromResult(Scene.Good(page)));
        Machine machine = scene.Add(static jobs => jobs.BatchSize = 1_000);
        Uri[] pages =
        [
            .. Enumerable.Range(0, 200).Select(static page => new Uri($"https://example.com/{page}/{new string('x', 1_500)}")),
            new Uri("https://example.com/'; drop table x; --"),
            new Uri("https://example.com/\u0000\u2028💥?\n=1"),
            new Uri("relative \\. \n 7", UriKind.Relative),
        ];
        BulkAuditJob job = await machine.Jobs.SubmitAsync(pages, cancellationToken: Stop);

        IReadOnlyList<(int Place, Uri Url)> read = JobInput.Read(machine.Fleet.Access, job.Id, 0);
        Assert.Equal(pages.Select(static page => page.OriginalString), read.Select(static page => page.Url.OriginalString), StringComparer.Ordinal);
        IReadOnlyDictionary<string, string> stored = machine.Fleet.Access.Read(connection => connection.ReadHash(Keys.Input(job.Id, 0)));
        Assert.True(stored.Count > 5);
        Assert.All(stored.Values, static page => Assert.InRange(page.Length, 1, 33 * 1024));
    }

    [Fact]
    public async Task No_key_is_ever_stored()
    {
        int asked = 0;
        await using var scene = new Scene(Open(), (page, _) => Interlocked.Increment(ref asked) % 2 == 0
            ? Task.FromResult(Scene.Good(page))
            : throw new HttpRequestException($"Sent {Scene.Key}"));
        Machine machine = await scene.StartAsync();
        BulkAuditJob job = await machine.Jobs.SubmitAsync(Scene.Pages(8), cancellationToken: Stop);
        await job.WaitForCompletionAsync(cancellationToken: Stop);

        var stored = new StringBuilder();
        using (IStorageConnection connection = scene.Storage.GetConnection())
        {
            string[] keys =
            [
                Keys.Job(job.Id), Keys.Progress(job.Id, 0), Keys.Order(job.Id), Keys.Ordered(job.Id), Keys.Ordered(job.Id, 0), Keys.Chunks(job.Id),
                .. Enumerable.Range(0, 2).SelectMany(batch => new[] { Keys.Input(job.Id, batch), Keys.Outcomes(job.Id, batch), Keys.Journal(job.Id, batch), Keys.Claim(job.Id, batch) }),
            ];
            foreach (string key in keys)
            {
                stored.AppendJoin('\n', connection.GetAllEntriesFromHash(key) ?? []);
            }
        }

        IMonitoringApi monitor = scene.Storage.GetMonitoringApi();
        foreach (string id in monitor.SucceededJobs(0, 100).Select(static each => each.Key))
        {
            stored.AppendJoin('\n', monitor.JobDetails(id).History.SelectMany(static state => state.Data.Values.Append(state.Reason)));
            stored.AppendJoin('\n', monitor.JobDetails(id).Properties.Values);
        }

        Assert.Contains("https://example.com/7", stored.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Scene.Key, stored.ToString(), StringComparison.Ordinal);
    }

    private static async IAsyncEnumerable<Uri> BrokenAsync()
    {
        foreach (Uri page in Scene.Pages(12))
        {
            yield return page;
        }

        await Task.Yield();
        throw new InvalidDataException();
    }

    private static async Task<PageAuditOutcome[]> CollectAsync(BulkAuditJob job, int from = 0)
    {
        var outcomes = new List<PageAuditOutcome>();
        await foreach (PageAuditOutcome outcome in job.StreamOutcomesAsync(from, Stop))
        {
            outcomes.Add(outcome);
        }

        return [.. outcomes];
    }
}
