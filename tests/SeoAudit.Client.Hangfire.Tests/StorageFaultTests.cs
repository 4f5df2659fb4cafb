using Hangfire.InMemory;
using SeoAudit.Client.Hangfire.Batches;
using SeoAudit.Client.Hangfire.Storage;
using SeoAudit.Client.Hangfire.Tests.Support;
using SeoAudit.Client.Hangfire.Workers;

namespace SeoAudit.Client.Hangfire.Tests;

/// <summary>The storage goes away at each of its uses in turn, as it does for a process that is killed there.</summary>
public sealed class StorageFaultTests
{
    private const string JobsQueue = "seoaudit-jobs";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Wherever_submitting_breaks_off_the_job_is_either_refused_or_begun()
    {
        int refused = 0;
        for (var uses = 0; ; uses++)
        {
            var time = new HastyTime();
            var storage = new ShakyStorage(new InMemoryStorage());
            await using var scene = new Scene(storage, time: time);
            Machine machine = scene.Add();
            bool isOver = true;
            storage.DieAfter(uses);
            Action<int> die = storage.OnUse;
            storage.OnUse = use =>
            {
                isOver &= Record.Exception(() => die(use)) is null;
                die(use);
            };

            Exception? fault = await Record.ExceptionAsync(() => machine.Jobs.SubmitAsync(Scene.Pages(12), cancellationToken: Stop));

            storage.Revive();
            if (fault is not null)
            {
                refused++;
                Assert.IsType<SeoAuditJobException>(fault);
                Assert.Empty(machine.Fleet.Jobs.List());
                continue;
            }

            await AssertIsBegunAsync(scene, machine, time);
            if (isOver)
            {
                Assert.InRange(refused, 3, uses - 1);
                return;
            }
        }
    }

    [Fact]
    public async Task Wherever_cancelling_breaks_off_it_has_either_failed_or_reaches_the_workers()
    {
        for (var uses = 0; uses < 6; uses++)
        {
            var time = new HastyTime();
            var storage = new ShakyStorage(new InMemoryStorage());
            await using var scene = new Scene(storage, time: time);
            Machine machine = scene.Add();
            BulkAuditJob job = await machine.Jobs.SubmitAsync(Scene.Pages(12), cancellationToken: Stop);
            await AssertIsBegunAsync(scene, machine, time);

            storage.DieAfter(uses);
            Exception? fault = await Record.ExceptionAsync(() => job.CancelAsync(Stop));
            storage.Revive();

            await job.UpdateStatusAsync(Stop);
            Assert.Equal(fault is null, job.State.IsCancelling);
            if (fault is null)
            {
                await AssertIsBegunAsync(scene, machine, time);
            }
            else
            {
                Assert.IsType<SeoAuditJobException>(fault);
            }
        }
    }

    [Fact]
    public async Task A_storage_that_is_away_is_told_as_such_by_every_method()
    {
        var storage = new ShakyStorage(new InMemoryStorage());
        await using var scene = new Scene(storage, time: new HastyTime());
        Machine machine = scene.Add();
        BulkAuditJob job = await machine.Jobs.SubmitAsync(Scene.Pages(3), cancellationToken: Stop);
        storage.DieAfter(0);
        Func<Task>[] calls =
        [
            () => machine.Jobs.SubmitAsync(Scene.Pages(3), cancellationToken: Stop),
            () => machine.Jobs.GetAsync(job.Id, Stop),
            async () => await machine.Jobs.ListAsync(Stop).GetAsyncEnumerator(Stop).MoveNextAsync(),
            () => job.UpdateStatusAsync(Stop),
            () => job.CancelAsync(Stop),
            async () => await job.StreamOutcomesAsync(cancellationToken: Stop).GetAsyncEnumerator(Stop).MoveNextAsync(),
        ];

        foreach (Func<Task> call in calls)
        {
            SeoAuditJobException fault = await Assert.ThrowsAsync<SeoAuditJobException>(call);
            Assert.Equal(JobFault.Unusable, fault.Fault);
        }

        storage.Revive();
    }

    [Fact]
    public async Task Nobody_who_cancels_a_call_waits_for_a_storage_that_does_not_answer()
    {
        var storage = new ShakyStorage(new InMemoryStorage());
        await using var scene = new Scene(storage);
        Machine machine = scene.Add();
        BulkAuditJob job = await machine.Jobs.SubmitAsync(Scene.Pages(3), cancellationToken: Stop);
        using var answers = new ManualResetEventSlim();
        using var asked = new SemaphoreSlim(0);
        storage.OnUse = _ =>
        {
            asked.Release();
            answers.Wait(Stop);
        };
        Func<CancellationToken, Task>[] calls =
        [
            stop => machine.Jobs.GetAsync(job.Id, stop),
            async stop => await machine.Jobs.ListAsync(stop).GetAsyncEnumerator(stop).MoveNextAsync(),
            stop => job.UpdateStatusAsync(stop),
            job.CancelAsync,
            async stop => await job.StreamOutcomesAsync(cancellationToken: stop).GetAsyncEnumerator(stop).MoveNextAsync(),
        ];

        foreach (Func<CancellationToken, Task> call in calls)
        {
            using var cancelled = new CancellationTokenSource();
            Task pending = call(cancelled.Token);
            await asked.WaitAsync(Stop);
            await cancelled.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
        }

        Assert.False(answers.IsSet);
        storage.Revive();
        answers.Set();
    }

    [Theory]
    [InlineData("seoaudit:chunks:{0}", "0", "many")]
    [InlineData("seoaudit:chunks:{0}", "0", "1 1")]
    [InlineData("seoaudit:chunks:{0}", "0", "-1 0 0 0 0 0")]
    [InlineData("seoaudit:chunks:{0}", "0", "4294967296 0 0 0 0 0")]
    [InlineData("seoaudit:chunks:{0}", "0", "0 0 0 0 0 9223372036854775807")]
    [InlineData("seoaudit:ordered:{0}", "runs", "many")]
    [InlineData("seoaudit:order:{0}", "0", "0 0 1")]
    [InlineData("seoaudit:order:{0}", "0", "0 0 -1 0")]
    [InlineData("seoaudit:job:{0}", "total", "-1")]
    [InlineData("seoaudit:job:{0}", "batches", "-1")]
    [InlineData("seoaudit:job:{0}", "submitted", "9223372036854775807")]
    public async Task What_is_stored_and_cannot_be_read_is_told_as_such(string key, string field, string value)
    {
        await using var scene = new Scene(new InMemoryStorage());
        Machine machine = scene.Add();
        BulkAuditJob job = await machine.Jobs.SubmitAsync(Scene.Pages(3), cancellationToken: Stop);
        machine.Fleet.Access.Write(transaction => transaction.Set(string.Format(null, key, job.Id), (field, value)));

        await Assert.ThrowsAsync<SeoAuditJobException>(async () =>
        {
            await job.UpdateStatusAsync(Stop);
            await job.StreamOutcomesAsync(cancellationToken: Stop).GetAsyncEnumerator(Stop).MoveNextAsync();
        });
    }

    // By who put it into the queue, or, where nobody did, by who looks after what was not put there.
    private static async Task AssertIsBegunAsync(Scene scene, Machine machine, HastyTime time)
    {
        JobEntry job = Assert.Single(machine.Fleet.Jobs.List());
        if (scene.Storage.GetMonitoringApi().EnqueuedCount(JobsQueue) == 0)
        {
            time.Advance(machine.Fleet.Options.TakeOverAfter);
            new Sweeper(machine.Fleet).Sweep();
        }

        using (var connection = scene.Storage.GetConnection())
        using (var fetched = connection.FetchNextJob([JobsQueue], Stop))
        {
            fetched.RemoveFromQueue();
        }

        using var stop = new WorkerStop();
        BatchEnd end = await new BatchWorker(machine.Fleet, null!, stop).DispatchAsync(job.Id, Stop);
        Assert.Equal("3 batches are in the queue.", end.Reason);
        Assert.All(Enumerable.Range(0, 3), batch => Assert.NotEmpty(JobInput.Read(machine.Fleet.Access, job.Id, batch)));
        using var input = scene.Storage.GetConnection();
        Assert.All(Enumerable.Range(0, 3), batch => Assert.True(((global::Hangfire.Storage.JobStorageConnection)input).GetHashTtl(Keys.Input(job.Id, batch)) < TimeSpan.Zero));
    }
}
