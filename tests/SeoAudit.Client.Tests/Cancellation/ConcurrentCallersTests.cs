using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Cancellation.Callers;
using SeoAudit.Client.Tests.Support;
using SeoAudit.Emulator;

namespace SeoAudit.Client.Tests.Cancellation;

/// <summary>One client, and all that an app may do with it at once.</summary>
public sealed class ConcurrentCallersTests
{
    private const int Callers = 256;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_256_callers_ask_for_in_two_minutes_each_has_the_answer_to_its_own_question()
    {
        await using BusyApp app = await BusyApp.StartAsync();
        DateTimeOffset start = app.Time.GetUtcNow();
        var purchases = new Purchases();
        var shared = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        int[] turns = [];

        await app.RunAsync(async () => turns = await Task.WhenAll(Enumerable.Range(0, Callers).Select(
            caller => new BusyCaller(app, purchases, shared, caller).RunAsync(start.AddMinutes(2), Callers))));

        Assert.All(turns, static did => Assert.True(did >= BusyCaller.KindCount, $"One caller came to {did} things only."));
        purchases.AssertAreAllIn(app.Emulator.Ledger);
        Assert.Equal(0, app.Traffic.UnderWay);

        // A bulk run has several pages under way for its caller.
        Assert.InRange(app.Traffic.Most, Callers / 2, 3 * Callers);
        // One for each call at once; and one that a call leaves to others, because another became free while it was opened.
        Assert.InRange(app.Traffic.Connections, 1, 2 * app.Traffic.Most);
        Assert.True(app.Traffic.Losses > 20, $"Only {app.Traffic.Losses} were lost on the way.");

        // Each audit has had one turn, however often it was sent.
        int audits = app.Emulator.Ledger.Creations.Count(static creation => creation is { Service: EmulatedService.MetricSpot, Operation: LedgerOperation.Audit });
        Assert.Equal(BusyApp.Quota - audits, app.Client.GetQuota(AuditService.MetricSpot).Remaining);
        Assert.InRange(audits, Callers, ((app.Time.GetUtcNow() - start) / BusyApp.Spacing) + 1);
        Assert.InRange(app.Traffic.Queued, audits + 1, audits + app.Traffic.Losses);
    }

    [Fact]
    public async Task Connections_are_used_again()
    {
        await using var server = new LoopbackServer(static head =>
        {
            int number = NumberedAnswers.NumberIn(head)!.Value;
            return LoopbackServer.Answer("200 OK", "Content-Type: application/json\r\n", NumberedAnswers.Results(number));
        });
        using var client = Standalone(server.Address);

        await Task.WhenAll(Enumerable.Range(0, Callers).Select(async caller =>
        {
            for (var turn = 0; turn < 8; turn++)
            {
                int number = (turn * Callers) + caller;
                Assert.Equal(NumberedAnswers.Name(number), (await client.Seogent.GetResultsAsync(NumberedAnswers.Name(number), cancellationToken: Stop)).ScanId);
            }
        }));

        Assert.Equal(8 * Callers, server.Requests.Count);
        // One for each call at once; and one that a call leaves to others, because another became free while it was opened.
        Assert.InRange(server.Connections, 1, 2 * Callers);
    }

    [Fact]
    public async Task Beyond_a_thousand_connections_calls_wait_for_one_to_become_free()
    {
        const int Most = 1_000;
        const int Asked = Most + 200;
        var scripted = new ScriptedServices();
        var allowed = new TaskCompletionSource();
        using var wire = new Wire(scripted.Answer);
        var opened = 0;
        var services = new ServiceCollection();
        services.AddSeoAudit(static options =>
        {
            options.Seogent.ApiToken = TestClient.SeogentKey;
            options.Seogent.BaseAddress = new Uri(ScriptedServices.Address, "seogent/api/");
        }).Seogent.UseSocketsHttpHandler((sockets, _) => sockets.ConnectCallback = async (context, stop) =>
        {
            Interlocked.Increment(ref opened);
            await allowed.Task.WaitAsync(stop);
            return await wire.ConnectAsync(context, stop);
        });
        await using ServiceProvider provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ISeogentClient>();

        Task<CreditBalance>[] calls = [.. Enumerable.Range(0, Asked).Select(_ => client.GetCreditsAsync(Stop))];
        while (Volatile.Read(ref opened) < Most)
        {
            await Task.Delay(1, Stop);
        }

        // Time for those that are one too many.
        await Task.Delay(50, Stop);
        int before = Volatile.Read(ref opened);
        allowed.SetResult();
        CreditBalance[] balances = await Task.WhenAll(calls);

        Assert.Equal(Most, before);
        Assert.All(balances, static balance => Assert.Equal(1_500, balance.Balance));
    }

    private static SeoAuditClient Standalone(Uri server) => SeoAuditClient.Create(new SeoAuditOptions
    {
        Seogent = { ApiToken = TestClient.SeogentKey, BaseAddress = server },
    });
}
