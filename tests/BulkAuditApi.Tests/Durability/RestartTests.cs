using System.Collections.Concurrent;
using System.Globalization;
using System.Net.ServerSentEvents;
using System.Text.Json;
using BulkAuditApi.Tests.Support;
using SeoAudit.Client.Hangfire.Tests.Support;
using SeoAudit.Emulator;
using SeoAudit.Tests.Shared;

namespace BulkAuditApi.Tests.Durability;

/// <summary>An app is ended in the midst of its jobs, and the next one on the same storage goes on. What was paid for is counted at the emulator.</summary>
public sealed class RestartTests
{
    private const int Jobs = 3;
    private const int PagesEach = 60;
    private const int Concurrency = 5;
    private const string Redis = "Redis";
    private const string PostgreSql = "PostgreSql";

    [Theory]
    [InlineData(Redis)]
    [InlineData(PostgreSql)]
    public async Task An_app_that_is_asked_to_stop_loses_nothing_and_buys_nothing_twice(string storage)
    {
        await using Scene scene = await Scene.OpenAsync(storage);
        await using RunningApi first = await scene.StartAsync();
        string[] jobs = await scene.SubmitAsync(first);
        await scene.WaitForPaidAsync(20);
        Task<JsonElement> waiting = first.Client.BulkAsync(scene.Pages("waiting", 20));
        await scene.WaitForPaidAsync(scene.Paid.Count + 5);
        first.Stop();

        // Who waits for an answer gets it, and a stop is no failure.
        JsonElement answer = await waiting;
        Assert.All(answer.GetProperty("results").EnumerateArray(), static result => Assert.Equal(JsonValueKind.Null, result.GetProperty("error").ValueKind));
        Assert.Equal(0, await first.EndAsync());
        Assert.InRange(scene.Paid.Count, 20, (Jobs * PagesEach) - 1 + 20);

        await using RunningApi second = await scene.StartAsync();
        await scene.AssertDoneAsync(second, jobs);
        Assert.Equal((Jobs * PagesEach) + 20, scene.Paid.Count);
        Assert.Equal(scene.Paid.Count, scene.Paid.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData(Redis)]
    [InlineData(PostgreSql)]
    public async Task An_app_that_is_killed_loses_nothing_and_buys_again_only_what_was_in_flight(string storage)
    {
        await using Scene scene = await Scene.OpenAsync(storage);
        await using RunningApi first = await scene.StartAsync();
        string[] jobs = await scene.SubmitAsync(first);
        await scene.WaitForPaidAsync(40);
        await first.KillAsync();
        Assert.InRange(scene.Paid.Count, 40, (Jobs * PagesEach) - 1);

        await using RunningApi second = await scene.StartAsync();
        await scene.AssertDoneAsync(second, jobs);
        Assert.InRange(scene.Paid.Count, Jobs * PagesEach, (Jobs * PagesEach) + (Jobs * Concurrency));
        Assert.Equal(Jobs * PagesEach, scene.Paid.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData(Redis)]
    [InlineData(PostgreSql)]
    public async Task A_reader_goes_on_at_the_other_app_when_its_own_stops(string storage)
    {
        await using Scene scene = await Scene.OpenAsync(storage);
        await using RunningApi first = await scene.StartAsync();
        await using RunningApi second = await scene.StartAsync();
        string[] jobs = await scene.SubmitAsync(first);
        var seen = new ConcurrentQueue<SseItem<JsonElement>>();
        Task reading = ReadAsync(first, jobs[0], lastEventId: null, seen);
        await Eventually.TrueAsync(() => reading.IsCompleted || seen.Count(IsOutcome) >= 5, "outcomes came");
        first.Stop();

        // The app ends the events in good order.
        await reading;
        Assert.Equal(0, await first.EndAsync());
        await ReadAsync(second, jobs[0], seen.Last(IsOutcome).EventId, seen);

        Assert.Equal(
            Enumerable.Range(1, PagesEach).Select(static place => place.ToString(CultureInfo.InvariantCulture)).ToArray(),
            seen.Where(IsOutcome).Select(static item => item.EventId!).ToArray());
        Assert.Equal(PagesEach, seen.Where(IsOutcome).Select(static item => item.Data.GetProperty("result").GetProperty("url").GetString()).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal("completed", seen.Last().Data.GetProperty("status").GetString());
    }

    private static bool IsOutcome(SseItem<JsonElement> item) => item.EventType == "outcome";

    private static async Task ReadAsync(RunningApi api, string job, string? lastEventId, ConcurrentQueue<SseItem<JsonElement>> seen)
    {
        await foreach (SseItem<JsonElement> item in api.Client.EventsAsync(job, lastEventId, TestContext.Current.CancellationToken))
        {
            seen.Enqueue(item);
        }
    }

    private sealed class Scene(string kind, Server storage, SeoAuditEmulator emulator, NumberedSite site) : IAsyncDisposable
    {
        public IReadOnlyList<string> Paid => [.. emulator.Ledger.CreationsOf(EmulatedService.SeoPeek).Select(static creation => creation.Target!)];

        public static async Task<Scene> OpenAsync(string kind)
        {
            Server? storage = await (kind == Redis ? Server.StartRedisAsync() : Server.StartPostgreSqlAsync());
            Assert.SkipWhen(storage is null, $"No {kind} is installed.");
            var settings = new SeoAuditEmulatorOptions { LedgerCapacity = 100_000 };
            (settings.SeoPeek.ArtificialDelay, settings.SeoPeek.DailyQuota) = (TimeSpan.FromMilliseconds(200), 100_000);
            return new Scene(kind, storage, await SeoAuditEmulator.StartAsync(settings), await NumberedSite.StartAsync());
        }

        public Task<RunningApi> StartAsync() => RunningApi.StartAsync(
            $"Emulator:Address={emulator.BaseAddress}",
            kind == Redis ? $"Storage:Redis=127.0.0.1:{storage.Port}" : $"Storage:PostgreSql=Host=127.0.0.1;Port={storage.Port};Username=seoaudit;Database=postgres",
            "Storage:InvisibilityTimeout=00:00:15",
            "Storage:LockTimeout=00:00:05",
            "Jobs:TakeOverAfter=00:00:05",
            "Jobs:PollInterval=00:00:00.25");

        public IEnumerable<string> Pages(string name, int count) =>
            Enumerable.Range(0, count).Select(page => new Uri(site.Address, string.Create(CultureInfo.InvariantCulture, $"/{name}/{page}")).AbsoluteUri);

        public async Task<string[]> SubmitAsync(RunningApi api)
        {
            var ids = new string[Jobs];
            for (var job = 0; job < Jobs; job++)
            {
                ids[job] = await api.Client.SubmitAsync(Pages($"job{job}", PagesEach));
            }

            return ids;
        }

        public Task WaitForPaidAsync(int count) => Eventually.TrueAsync(() => Paid.Count >= count, $"{count} audits were paid for");

        public async Task AssertDoneAsync(RunningApi api, string[] jobs)
        {
            for (var job = 0; job < Jobs; job++)
            {
                JsonElement result = (await api.Client.WaitForJobAsync(jobs[job])).GetProperty("result");
                JsonElement[] results = [.. result.GetProperty("results").EnumerateArray()];
                Assert.Equal(Pages($"job{job}", PagesEach).ToArray(), results.Select(static page => page.GetProperty("url").GetString()!).ToArray());
                Assert.All(results, static page => Assert.Equal(JsonValueKind.Null, page.GetProperty("error").ValueKind));
            }
        }

        public async ValueTask DisposeAsync()
        {
            await emulator.DisposeAsync();
            await site.DisposeAsync();
            await storage.DisposeAsync();
        }
    }
}
