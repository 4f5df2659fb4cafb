using Hangfire.InMemory;
using Hangfire.Storage;
using SeoAudit.Client.Hangfire.Batches;
using SeoAudit.Client.Hangfire.Storage;
using SeoAudit.Client.Hangfire.Tests.Support;
using SeoAudit.Client.Hangfire.Workers;

namespace SeoAudit.Client.Hangfire.Tests;

/// <summary>What becomes of batches that nobody works on, at a clock that is moved by hand.</summary>
public sealed class SweepTests
{
    private const string Queue = "seoaudit-seopeek";

    private static readonly TimeSpan TakeOverAfter = TimeSpan.FromMinutes(1);

    private readonly HastyTime _time = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_waits_for_its_quota_is_not_put_into_the_queue_again_and_again()
    {
        await using var scene = new Scene(new InMemoryStorage(), time: _time);
        Machine machine = scene.Add();
        await SubmitAsync(machine, new() { ResumeWhenQuotaReturns = true });
        machine.Fleet.Access.Write(transaction => transaction.Set(Keys.Pauses, (nameof(AuditService.SeoPeek), JobEntry.WriteTime(_time.GetUtcNow().AddDays(1)))));
        Empty(scene);
        var sweeper = new Sweeper(machine.Fleet);

        for (var half = 0; half < 20; half++)
        {
            sweeper.Sweep();
            _time.Advance(TakeOverAfter / 2);
        }

        Assert.Equal(0, Enqueued(scene));
    }

    [Fact]
    public async Task What_waits_in_a_long_queue_is_put_there_once_more_at_most()
    {
        await using var scene = new Scene(new InMemoryStorage(), time: _time);
        Machine machine = scene.Add();
        BulkAuditJob job = await SubmitAsync(machine);
        machine.Fleet.Claims.Release(machine.Fleet.Claims.TryTake(job.Id, 1)!, AuditService.SeoPeek, _time.GetUtcNow());
        var sweeper = new Sweeper(machine.Fleet);

        for (var turn = 0; turn < 5; turn++)
        {
            _time.Advance(3 * TakeOverAfter);
            sweeper.Sweep();
        }

        Assert.Equal(4, Enqueued(scene));
    }

    [Fact]
    public async Task Whose_worker_died_is_put_into_a_long_queue_at_once()
    {
        await using var scene = new Scene(new InMemoryStorage(), time: _time);
        Machine machine = scene.Add();
        BulkAuditJob job = await SubmitAsync(machine);
        Assert.NotNull(machine.Fleet.Claims.TryTake(job.Id, 1));

        new Sweeper(machine.Fleet).Sweep();
        Assert.Equal(3, Enqueued(scene));
        _time.Advance(TakeOverAfter);
        new Sweeper(machine.Fleet).Sweep();

        Assert.Equal(4, Enqueued(scene));
    }

    [Fact]
    public async Task What_somebody_had_and_nobody_waits_with_is_found_though_it_is_not_done()
    {
        await using var scene = new Scene(new InMemoryStorage(), time: _time);
        Machine machine = scene.Add();
        BulkAuditJob job = await SubmitAsync(machine);
        Empty(scene);
        foreach (int batch in new[] { 0, 1, 2 })
        {
            machine.Fleet.Claims.Release(machine.Fleet.Claims.TryTake(job.Id, batch)!, AuditService.SeoPeek, goesOnAt: null);
        }

        var sweeper = new Sweeper(machine.Fleet);
        for (var half = 0; half < 5; half++)
        {
            sweeper.Sweep();
            _time.Advance(TakeOverAfter / 2);
        }

        Assert.Equal(3, Enqueued(scene));
    }

    [Fact]
    public async Task One_job_that_cannot_be_read_hides_no_other_and_keeps_none_waiting()
    {
        await using var scene = new Scene(new InMemoryStorage(), time: _time);
        Machine machine = scene.Add();
        BulkAuditJob[] jobs = [await SubmitAsync(machine), await SubmitAsync(machine), await SubmitAsync(machine)];
        Array.ForEach(jobs, job => Assert.NotNull(machine.Fleet.Claims.TryTake(job.Id, 0)));
        machine.Fleet.Jobs.Set(jobs[1].Id, JobEntry.TotalField, "many");
        machine.Fleet.Access.Write(static transaction => transaction.AddToSet(Keys.Claims, "somebody else's"));
        _time.Advance(TakeOverAfter);

        new Sweeper(machine.Fleet).Sweep();

        Assert.Equal(9 + 2, Enqueued(scene));
        var listed = new List<string>();
        await foreach (BulkAuditJob each in machine.Jobs.ListAsync(Stop))
        {
            listed.Add(each.Id);
        }

        Assert.Equivalent(new[] { jobs[0].Id, jobs[2].Id }, listed, strict: true);
    }

    [Fact]
    public async Task One_job_whose_progress_cannot_be_read_keeps_none_waiting()
    {
        await using var scene = new Scene(new InMemoryStorage(), time: _time);
        Machine machine = scene.Add();
        BulkAuditJob good = await SubmitAsync(machine);
        _time.Advance(TimeSpan.FromSeconds(1));
        // The last one comes first.
        BulkAuditJob broken = await SubmitAsync(machine);
        Empty(scene);
        foreach ((BulkAuditJob job, int batch) in new[] { (good, 0), (good, 1), (good, 2), (broken, 0) })
        {
            machine.Fleet.Claims.Release(machine.Fleet.Claims.TryTake(job.Id, batch)!, AuditService.SeoPeek, goesOnAt: null);
        }

        machine.Fleet.Access.Write(transaction => transaction.Set(Keys.Chunks(broken.Id), ("0", string.Empty)));
        machine.Fleet.Access.Write(transaction => transaction.Set(Keys.Progress(broken.Id, 0), ("0", "many")));
        var sweeper = new Sweeper(machine.Fleet);
        for (var half = 0; half < 5; half++)
        {
            sweeper.Sweep();
            _time.Advance(TakeOverAfter / 2);
        }

        Assert.Equal(3, Enqueued(scene));
    }

    private static long Enqueued(Scene scene) => scene.Storage.GetMonitoringApi().EnqueuedCount(Queue);

    private static void Empty(Scene scene)
    {
        using IStorageConnection connection = scene.Storage.GetConnection();
        while (Enqueued(scene) > 0)
        {
            using IFetchedJob job = connection.FetchNextJob([Queue], Stop);
            job.RemoveFromQueue();
        }
    }

    // Submits three batches and puts them into the queue.
    private static async Task<BulkAuditJob> SubmitAsync(Machine machine, BulkAuditJobOptions? options = null)
    {
        BulkAuditJob job = await machine.Jobs.SubmitAsync(Scene.Pages(12), options, Stop);
        machine.Fleet.Queue.EnqueueAll(machine.Fleet.Jobs.Find(job.Id)!, Stop);
        return job;
    }
}
