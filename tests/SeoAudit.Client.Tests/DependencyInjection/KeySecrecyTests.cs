using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SeoAudit.Client.SeoPeek;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.DependencyInjection;

public sealed class KeySecrecyTests
{
    private static readonly string[] Keys = [TestClient.SeoPeekKey, TestClient.SeogentKey, TestClient.MetricSpotKey];

    public static TheoryData<int> Statuses => [200, 301, 400, 401, 402, 403, 404, 409, 422, 429, 500, 503];

    [Theory]
    [MemberData(nameof(Statuses))]
    [Trait("Thread", "dotnet/runtime#68675")]
    public async Task No_key_in_any_log_or_exception(int status)
    {
        using var handler = new ScriptedHandler(request => Echo(request, (HttpStatusCode)status));
        IEnumerable<string> said = await RunAsync(handler);

        AssertSilent(said);
    }

    [Fact]
    public async Task No_key_when_the_transport_fails()
    {
        using var handler = new ScriptedHandler(static (_, _) => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused", new SocketException()));

        AssertSilent(await RunAsync(handler));
    }

    [Fact]
    public async Task No_key_in_the_trace_of_a_request()
    {
        var tags = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name.StartsWith("System.Net", StringComparison.Ordinal) || source.Name.StartsWith("SeoAudit", StringComparison.Ordinal),
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => tags.Enqueue(
                $"{activity.DisplayName} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Baggage)} {string.Join(' ', activity.Events.SelectMany(static e => e.Tags))}"),
        };
        ActivitySource.AddActivityListener(listener);
        await using var server = new LoopbackServer(static _ => LoopbackServer.Answer("200 OK", "Content-Type: application/json\r\n", Answers.Credits));

        await TestClient.Create(server.Address).Seogent.GetCreditsAsync(TestContext.Current.CancellationToken);

        Assert.Contains(TestClient.SeogentKey, Assert.Single(server.Requests), StringComparison.Ordinal);
        Assert.NotEmpty(tags);
        AssertSilent(tags);
    }

    [Fact]
    public void No_key_in_the_text_of_options_and_results()
    {
        var options = new SeoAuditOptions
        {
            SeoPeek = { ApiKey = TestClient.SeoPeekKey },
            Seogent = { ApiToken = TestClient.SeogentKey },
            MetricSpot = { ApiKey = TestClient.MetricSpotKey },
        };

        object[] all = [options, options.SeoPeek, options.Seogent, options.MetricSpot, new SeoPeekApiKey { ApiKey = TestClient.SeoPeekKey }];
        AssertSilent(all.Select(static part => part.ToString()!));
    }

    private static async Task<IEnumerable<string>> RunAsync(HttpMessageHandler handler)
    {
        using var log = new CapturedLog();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        services.AddSeoAudit(static options =>
        {
            (options.SeoPeek.ApiKey, options.Seogent.ApiToken, options.MetricSpot.ApiKey) = (Keys[0], Keys[1], Keys[2]);
            foreach (ServiceOptions service in new ServiceOptions[] { options.SeoPeek, options.Seogent, options.MetricSpot })
            {
                (service.MaxRetries, service.RetryDelay) = (1, TimeSpan.Zero);
            }
        }).On(handler);
        await using ServiceProvider provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ISeoAuditClient>();
        var said = new List<string>();
        foreach (Func<Task> call in (Func<Task>[])
        [
            () => client.SeoPeek.AuditAsync(new Uri("https://example.com/")),
            () => client.Seogent.GetCreditsAsync(),
            () => client.MetricSpot.ListAuditsAsync(),
            () => client.MetricSpot.QueueAuditAsync(new Uri("https://example.com/")),
        ])
        {
            if (await Record.ExceptionAsync(call) is { } exception)
            {
                var own = Assert.IsAssignableFrom<SeoAuditException>(exception);
                said.Add($"{own} {own.ResponseBody} {own.ServiceMessage} {own.ErrorCode} {string.Join(' ', own.FieldErrors.SelectMany(static field => field.Value))}");
            }
        }

        return said.Concat(log.Lines);
    }

    private static HttpResponseMessage Echo(HttpRequestMessage request, HttpStatusCode status)
    {
        string key = request.Headers.Authorization?.Parameter ?? request.Headers.GetValues("x-api-key").Single();
        HttpResponseMessage response = status == HttpStatusCode.OK
            ? Answers.For(request)
            : ScriptedHandler.Json($$$"""{"message":"bad key {{{key}}}","error_code":"E_{{{key}}}","errors":{"key":["{{{key}}} is wrong"]}}""", status);
        response.Headers.WwwAuthenticate.Add(new AuthenticationHeaderValue("Bearer"));
        return response;
    }

    private static void AssertSilent(IEnumerable<string> said) =>
        Assert.All(said, static line => Assert.All(Keys, key => Assert.DoesNotContain(key, line, StringComparison.OrdinalIgnoreCase)));
}
