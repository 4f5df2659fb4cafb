using Hangfire.InMemory;
using Hangfire.Storage;
using SeoAudit.Client.Hangfire.Batches;
using SeoAudit.Client.Hangfire.Reading;
using SeoAudit.Client.Hangfire.Storage;
using SeoAudit.Client.Hangfire.Tests.Support;
using SeoAudit.Client.Hangfire.Workers;

namespace SeoAudit.Client.Hangfire.Tests;

public sealed class ClaimTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_worker_that_comes_back_stores_nothing_over_what_another_has_stored()
    {
        var gate = new Gate(static page => page.AbsolutePath is "/3");
        await using var scene = new Scene(new InMemoryStorage(), gate.AnswerAsync);
        Machine machine = await scene.StartAsync();
        BulkAuditJob job = await machine.Jobs.SubmitAsync(Scene.Pages(5), new() { Audit = new() { MaxConcurrency = 1 } }, Stop);
        await gate.Reached.WaitAsync(Stop);
        while ((await job.UpdateStatusAsync(Stop)).AnalyzedPages < 3)
        {
            await Task.Delay(10, Stop);
        }

        IReadOnlyDictionary<string, string> Read(string key) => machine.Fleet.Access.Read(connection => connection.ReadHash(key));
        IReadOnlyDictionary<string, string> journal = Read(Keys.Journal(job.Id, 0));
        machine.Fleet.Access.Write(transaction => transaction.Set(
            Keys.Claim(job.Id, 0), ("owner", "another"), ("until", JobEntry.WriteTime(DateTimeOffset.UtcNow.AddHours(1)))));

        gate.Open();
        IMonitoringApi monitor = scene.Storage.GetMonitoringApi();
        while (monitor.SucceededListCount() < 2)
        {
            await Task.Delay(10, Stop);
        }

        Assert.Equal(3, Read(Keys.Outcomes(job.Id, 0)).Count);
        Assert.Equal(journal, Read(Keys.Journal(job.Id, 0)));
        await job.UpdateStatusAsync(Stop);
        Assert.Equal((BulkAuditJobStatus.Running, 3), (job.Status, job.State.Completed));
        Assert.Equal("another", Read(Keys.Claim(job.Id, 0))["owner"]);
    }

    [Fact]
    public async Task A_claim_is_renewed_in_time_however_seldom_a_worker_looks_for_a_wish_to_cancel()
    {
        var gate = new Gate(static _ => true);
        await using var scene = new Scene(new InMemoryStorage(), gate.AnswerAsync);
        Machine machine = await scene.StartAsync(static jobs => (jobs.TakeOverAfter, jobs.PollInterval) = (TimeSpan.FromSeconds(3), TimeSpan.FromMinutes(1)));
        BulkAuditJob job = await machine.Jobs.SubmitAsync(Scene.Pages(5), cancellationToken: Stop);
        await gate.Reached.WaitAsync(Stop);

        DateTimeOffset Until() => machine.Fleet.Access.Read(connection => JobEntry.ReadTime(connection.GetValueFromHash(Keys.Claim(job.Id, 0), "until")));
        DateTimeOffset first = Until();
        DateTimeOffset second;
        while ((second = Until()) == first)
        {
            await Task.Delay(20, Stop);
        }

        Assert.InRange(second - first, TimeSpan.Zero, TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task A_job_whose_input_is_gone_fails()
    {
        await using var scene = new Scene(new InMemoryStorage());
        Machine machine = scene.Add();
        BulkAuditJob job = await machine.Jobs.SubmitAsync(Scene.Pages(12), cancellationToken: Stop);
        machine.Fleet.Access.Write(transaction => transaction.RemoveHash(Keys.Input(job.Id, 1)));

        await machine.StartAsync();
        await Assert.ThrowsAsync<AuditFailedException>(() => job.WaitForCompletionAsync(cancellationToken: Stop));

        Assert.Equal("Batch 1 failed: Its input is gone.", job.State.Error!.Message);
    }

    [Fact]
    public async Task A_worker_that_stops_leaves_what_is_not_in_the_queue_to_another()
    {
        await using var scene = new Scene(new InMemoryStorage());
        Machine machine = scene.Add();
        BulkAuditJob job = await machine.Jobs.SubmitAsync(Scene.Pages(12), cancellationToken: Stop);
        using var stop = new WorkerStop();
        await stop.BeginAsync();

        BatchEnd end = await new BatchWorker(machine.Fleet, null!, stop).DispatchAsync(job.Id, Stop);

        Assert.NotNull(end.GoesOnAt);
        Assert.Equal(0, scene.Storage.GetMonitoringApi().EnqueuedCount("seoaudit-seopeek"));
    }

    [Theory]
    [InlineData(AuditService.SeoPeek)]
    [InlineData(AuditService.MetricSpot, AuditService.SeoPeek)]
    public async Task A_worker_that_stops_finishes_what_SEOPeek_was_asked_for(AuditService service, params AuditService[] fallback)
    {
        var gate = new Gate(static page => page.AbsolutePath is "/2");
        await using var scene = new Scene(new InMemoryStorage(), gate.AnswerAsync);
        Machine machine = scene.Add();
        BulkAuditJob job = await machine.Jobs.SubmitAsync(
            Scene.Pages(5), new() { Audit = new() { Service = service, ServiceFallback = fallback, MaxConcurrency = 1 } }, Stop);
        using var stop = new WorkerStop();
        Task<BatchEnd> work = new BatchWorker(machine.Fleet, machine.Client, stop).SeoPeekAsync(job.Id, 0, Stop);
        await gate.Reached.WaitAsync(Stop);

        await stop.BeginAsync();
        gate.Open();
        BatchEnd end = await work;

        // Pages that had been handed on to the fallback by then are still asked for.
        Assert.Equal(scene.Asked.Count < 5, end.GoesOnAt is not null);
        Assert.Equal(scene.Asked.Count, (await job.UpdateStatusAsync(Stop)).AnalyzedPages);
    }

    [Fact]
    public async Task An_app_that_ends_without_being_stopped_leaves_its_batches_to_others()
    {
        var gate = new Gate(static _ => true);
        await using var scene = new Scene(new InMemoryStorage(), gate.AnswerAsync);
        Machine machine = await scene.StartAsync();
        BulkAuditJob job = await machine.Jobs.SubmitAsync(Scene.Pages(5), cancellationToken: Stop);
        await gate.Reached.WaitAsync(Stop);

        await machine.EndAsync();

        using IStorageConnection connection = scene.Storage.GetConnection();
        Assert.Empty(connection.GetAllEntriesFromHash(Keys.Claim(job.Id, 0))["owner"]);
    }

    [Fact]
    public async Task No_thread_of_the_pool_waits_for_the_storage()
    {
        int onPool = 0;
        var storage = new ShakyStorage(new InMemoryStorage()) { OnUse = _ => onPool += Thread.CurrentThread.IsThreadPoolThread ? 1 : 0 };
        var looksOnPool = 0;
        await using (var scene = new Scene(storage))
        {
            Machine machine = await scene.StartAsync();
            BulkAuditJob job = await machine.Jobs.SubmitAsync(Scene.Pages(23), cancellationToken: Stop);
            await job.WaitForCompletionAsync(cancellationToken: Stop);
            looksOnPool = onPool;
        }

        Assert.Equal(0, looksOnPool);
    }

    [Fact]
    public async Task What_a_reader_stores_of_a_job_that_has_ended_expires_though_it_did_not_see_the_end()
    {
        await using var scene = new Scene(new InMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = null }));
        Machine machine = scene.Add();
        BulkAuditJob job = await machine.Jobs.SubmitAsync(Scene.Pages(12), cancellationToken: Stop);
        JobEntry before = machine.Fleet.Jobs.Find(job.Id)!;
        await machine.StartAsync();
        while (!(await job.UpdateStatusAsync(Stop)).IsFinal)
        {
            await Task.Delay(10, Stop);
        }

        new OutcomeRuns(machine.Fleet.Access, machine.Fleet.Jobs, machine.Fleet.Progress).Extend(before);

        using var connection = (JobStorageConnection)scene.Storage.GetConnection();
        Assert.All(
            [Keys.Order(job.Id), Keys.Ordered(job.Id), Keys.Ordered(job.Id, 0)],
            key => Assert.InRange(connection.GetHashTtl(key), TimeSpan.FromDays(6), TimeSpan.FromDays(8)));
    }

    [Fact]
    public async Task A_job_of_many_batches_is_summed_up_and_each_outcome_has_its_place()
    {
        await using var scene = new Scene(new InMemoryStorage());
        Machine machine = scene.Add(static jobs => (jobs.BatchSize, jobs.Workers, jobs.MaxConcurrentBatches) = (1, 8, 8));
        BulkAuditJob job = await machine.Jobs.SubmitAsync(Scene.Pages(600), cancellationToken: Stop);
        await machine.StartAsync();
        var read = new List<int>();
        await foreach (PageAuditOutcome outcome in job.StreamOutcomesAsync(cancellationToken: Stop))
        {
            read.Add(outcome.Index);
        }

        BulkAuditReport report = await job.WaitForCompletionAsync(cancellationToken: Stop);
        Assert.Equal((600, 600, 600), (report.Total, report.Audited, job.State.Completed));
        Assert.Equal(Enumerable.Range(0, 600), read.Order());
        Assert.Equal([0, 1, 2], machine.Fleet.Progress.Sums(machine.Fleet.Jobs.Find(job.Id)!).Keys.Order());
        IReadOnlyDictionary<string, string> sums = machine.Fleet.Access.Read(connection => connection.ReadHash(Keys.Chunks(job.Id)));
        Assert.Equal([256, 256, 88], Enumerable.Range(0, 3).Select(chunk => BatchProgress.Read(sums[Keys.Number(chunk)]).Completed));
    }
}
