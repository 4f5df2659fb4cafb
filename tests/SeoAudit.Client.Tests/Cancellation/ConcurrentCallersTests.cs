using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.SeoPeek;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Cancellation;

/// <summary>One client, and all that an app may do with it at once.</summary>
public sealed class ConcurrentCallersTests
{
    private const int Callers = 256;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_256_callers_ask_for_in_two_minutes_each_has_the_answer_to_its_own_question()
    {
        var time = new FakeTimeProvider();
        DateTimeOffset end = time.GetUtcNow() + TimeSpan.FromMinutes(2);
        var inFlight = new InFlightCount();
        var most = 0;
        using var handler = new ScriptedHandler(async (request, stop) =>
        {
            inFlight.Begin();
            most = Math.Max(most, inFlight.Count);
            int number = NumberIn(request.RequestUri!.AbsoluteUri);
            await Task.Delay(TimeSpan.FromMilliseconds(500 + (number * 37 % 3_000)), time, stop);
            inFlight.End();
            return Answer(request.RequestUri!, number);
        });
        ISeoAuditClient client = TestClient.Create(handler, time, static options =>
        {
            options.MetricSpot.Spacing = TimeSpan.Zero;
            foreach (ServiceOptions service in new ServiceOptions[] { options.SeoPeek, options.Seogent, options.MetricSpot })
            {
                // The clock does not wait for a machine that is slow.
                (service.AttemptTimeout, service.TotalTimeout) = (TimeSpan.FromHours(1), TimeSpan.FromHours(1));
            }
        });
        var calls = 0;

        await time.RunAsync(
            () => Task.WhenAll(Enumerable.Range(0, Callers).Select(async caller =>
            {
                for (int number = caller; time.GetUtcNow() < end; number += Callers)
                {
                    await CallAsync(client, number);
                    Interlocked.Increment(ref calls);
                }
            })),
            step: 0.25,
            limit: 1_000);

        Assert.True(calls > 5 * Callers, $"Only {calls} calls were made.");
        Assert.Equal(0, inFlight.Count);
        Assert.InRange(most, 2, Callers);
    }

    [Fact]
    public async Task Connections_are_used_again()
    {
        await using var server = new LoopbackServer(static head =>
        {
            int number = NumberIn(head.Split(' ')[1]);
            return LoopbackServer.Answer("200 OK", "Content-Type: application/json\r\n", Results(number));
        });
        using var client = Standalone(server.Address);

        await Task.WhenAll(Enumerable.Range(0, Callers).Select(async caller =>
        {
            for (var turn = 0; turn < 8; turn++)
            {
                int number = (turn * Callers) + caller;
                Assert.Equal(Name(number), (await client.Seogent.GetResultsAsync(Name(number), cancellationToken: Stop)).ScanId);
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

    private static async Task CallAsync(ISeoAuditClient client, int number)
    {
        string name = Name(number);
        switch (number % 4)
        {
            case 0:
                SeoPeekAudit audit = await client.SeoPeek.AuditAsync(new Uri($"https://example.com/{name}"));
                Assert.Equal($"https://example.com/{name}", audit.Url);
                Assert.Equal(number, audit.RateLimit!.Remaining);
                break;
            case 1:
                ScanResults results = await client.Seogent.GetResultsAsync(name);
                Assert.Equal(name, results.ScanId);
                Assert.Equal(number, results.RateLimit!.Remaining);
                break;
            case 2:
                MetricSpotAudit found = await client.MetricSpot.GetAuditAsync(name);
                Assert.Equal(name, found.Id);
                Assert.Equal(number, found.RateLimit!.Remaining);
                break;
            default:
                var missing = await Assert.ThrowsAsync<SeoAuditNotFoundException>(() => client.Seogent.GetScanStateAsync(name));
                Assert.Equal(name, missing.ServiceMessage);
                Assert.Equal(number, missing.RateLimit!.Remaining);
                break;
        }
    }

    private static HttpResponseMessage Answer(Uri asked, int number)
    {
        HttpResponseMessage response = (number % 4) switch
        {
            0 => ScriptedHandler.Json(Answers.SeoPeekAudit(Answers.AuditedPage(asked).AbsoluteUri)),
            1 => ScriptedHandler.Json(Results(number)),
            2 => ScriptedHandler.Json($$$"""{"audit":{"id":"{{{Name(number)}}}","url":"https://example.com","status":"running"}}"""),
            _ => ScriptedHandler.Json($$"""{"message":"{{Name(number)}}"}""", HttpStatusCode.NotFound),
        };
        response.Headers.Add("X-RateLimit-Remaining", number.ToString(CultureInfo.InvariantCulture));
        return response;
    }

    private static string Results(int number) => $$"""{"scan_id":"{{Name(number)}}","results":{"data":[]} }""";

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"n{number}n");

    private static int NumberIn(string address) => int.Parse(address.Split('n').Last(static part => part.Length > 0 && part.All(char.IsAsciiDigit)), CultureInfo.InvariantCulture);
}
