using System.Globalization;
using Hangfire;
using Hangfire.Redis.StackExchange;
using SeoAudit.Client.Hangfire.Reading;
using SeoAudit.Client.Hangfire.Storage;
using SeoAudit.Client.Hangfire.Tests.Support;
using StackExchange.Redis;

namespace SeoAudit.Client.Hangfire.Tests.Contract;

public sealed class RedisJobTests(RedisJobTests.Redis redis) : JobContract, IClassFixture<RedisJobTests.Redis>
{
    private static int _opened;

    protected override JobStorage Open()
    {
        Assert.SkipWhen(redis.Connection is null, "No redis-server is installed.");
        return new RedisStorage(redis.Connection, new RedisStorageOptions { Prefix = $"test{Interlocked.Increment(ref _opened)}:" });
    }

    [Fact]
    public async Task Neither_a_look_at_a_large_job_nor_the_end_of_a_batch_reads_what_is_known_of_all_batches()
    {
        const int Batches = 5_000;
        await using var scene = new Scene(Open());
        Machine machine = scene.Add(static jobs => jobs.BatchSize = 1);
        BulkAuditJob job = await machine.Jobs.SubmitAsync(Scene.Pages(Batches), cancellationToken: TestContext.Current.CancellationToken);
        JobEntry entry = machine.Fleet.Jobs.Find(job.Id)!;
        string done = (BatchProgress.None with { Completed = 1, Passed = 1, IsDone = true }).Write();
        foreach (IGrouping<int, int> chunk in Enumerable.Range(0, Batches - 1).GroupBy(ProgressTable.ChunkOf))
        {
            machine.Fleet.Access.Write(transaction =>
            {
                transaction.Set(Keys.Progress(job.Id, chunk.Key), [.. chunk.Select(batch => (Keys.Number(batch), done))]);
                transaction.Set(Keys.Chunks(job.Id), (Keys.Number(chunk.Key), string.Empty));
            });
            machine.Fleet.Progress.Close(entry, chunk.First());
        }

        new OutcomeRuns(machine.Fleet.Access, machine.Fleet.Jobs, machine.Fleet.Progress).Extend(entry);

        long before = await SentAsync();
        await job.UpdateStatusAsync(TestContext.Current.CancellationToken);
        machine.Fleet.Progress.Close(entry, Batches - 1);
        machine.Fleet.Jobs.EndIfDone(job.Id);
        new OutcomeRuns(machine.Fleet.Access, machine.Fleet.Jobs, machine.Fleet.Progress).Extend(entry);

        Assert.Equal(Batches - 1, job.State.Completed);
        Assert.InRange(await SentAsync() - before, 1_000, 30_000);
    }

    // How many bytes the server has sent.
    private async Task<long> SentAsync() => long.Parse(
        (await redis.Connection!.GetServers()[0].InfoAsync("stats")).SelectMany(static group => group).First(static each => each.Key == "total_net_output_bytes").Value,
        CultureInfo.InvariantCulture);

    public sealed class Redis : IAsyncLifetime
    {
        private Server? _server;

        public ConnectionMultiplexer? Connection { get; private set; }

        public async ValueTask InitializeAsync()
        {
            _server = await Server.StartRedisAsync();
            Connection = _server is null ? null : await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{_server.Port},allowAdmin=true");
        }

        public async ValueTask DisposeAsync()
        {
            if (_server is not null)
            {
                await Connection!.DisposeAsync();
                await _server.DisposeAsync();
            }
        }
    }
}
