using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.SeoPeek;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Security;

/// <summary>
/// Hands hostile texts to every public method that takes one, and reads what comes out of the socket: one request, byte for byte where it
/// belongs, or none and an argument exception.
/// </summary>
public sealed partial class RequestTargetTests
{
    private const int Rounds = 250;

    private const string Key = "sk_0123456789abcdef";

    private static readonly string[] Headers =
        ["Host", "Accept", "Accept-Encoding", "Authorization", "x-api-key", "Content-Type", "Content-Length", "traceparent"];

    private static readonly Dictionary<string, (Func<ServiceProvider, string, Task> Call, string Expected)> Ids = new(StringComparer.Ordinal)
    {
        ["scan state"] = (static (app, id) => Seogent(app).GetScanStateAsync(id, Stop), "GET scans/{}"),
        ["scan results"] = (static (app, id) => Seogent(app).GetResultsAsync(id, cancellationToken: Stop), "GET scans/{}/results"),
        ["scan report"] = (static (app, id) => Seogent(app).GetReportAsync(id, cancellationToken: Stop), "GET scans/{}/results"),
        ["scan pages"] = (static (app, id) => Seogent(app).GetPagesAsync(id, cancellationToken: Stop).CollectAsync(), "GET scans/{}/results"),
        ["scan wait"] = (static (app, id) => Seogent(app).GetScan(id).WaitForCompletionAsync(cancellationToken: Stop), "GET scans/{}"),
        ["scan cancellation"] = (static (app, id) => Seogent(app).CancelScanAsync(id, Stop), "POST scans/{}/cancel"),
        ["raw scan state"] = (static (app, id) => app.GetRequiredService<ISeogentApi>().GetScanAsync(id, Stop), "GET scans/{}"),
        ["raw scan results"] = (static (app, id) => app.GetRequiredService<ISeogentApi>().GetResultsAsync(id, cancellationToken: Stop), "GET scans/{}/results"),
        ["raw scan cancellation"] = (static (app, id) => app.GetRequiredService<ISeogentApi>().CancelScanAsync(id, Stop), "POST scans/{}/cancel"),
        ["audit"] = (static (app, id) => MetricSpot(app).GetAuditAsync(id, Stop), "GET api/audits/{}"),
        ["audit wait"] = (static (app, id) => MetricSpot(app).GetAuditOperation(id).WaitForCompletionAsync(cancellationToken: Stop), "GET api/audits/{}"),
        ["traffic"] = (static (app, id) => MetricSpot(app).GetOrganicTrafficAsync(id, Stop), "GET api/audits/{}/google"),
        ["new pdf"] = (static (app, id) => MetricSpot(app).QueuePdfAsync(id, cancellationToken: Stop), "POST api/audits/{}/pdf"),
        ["pdf"] = (static (app, id) => MetricSpot(app).GetPdfAsync(id, Stop), "GET api/pdfs/{}"),
        ["pdf wait"] = (static (app, id) => MetricSpot(app).GetPdfOperation(id).WaitForCompletionAsync(cancellationToken: Stop), "GET api/pdfs/{}"),
        ["pdf download"] = (static (app, id) => MetricSpot(app).DownloadPdfAsync(id, Stop), "GET api/pdfs/{}"),
        ["raw audit"] = (static (app, id) => app.GetRequiredService<IMetricSpotApi>().GetAuditAsync(id, Stop), "GET api/audits/{}"),
        ["raw traffic"] = (static (app, id) => app.GetRequiredService<IMetricSpotApi>().GetOrganicTrafficAsync(id, Stop), "GET api/audits/{}/google"),
        ["raw new pdf"] = (static (app, id) => app.GetRequiredService<IMetricSpotApi>().CreatePdfAsync(id, new PdfRequest(), Stop), "POST api/audits/{}/pdf"),
        ["raw pdf"] = (static (app, id) => app.GetRequiredService<IMetricSpotApi>().GetPdfAsync(id, Stop), "GET api/pdfs/{}"),
        ["raw pdf download"] = (static (app, id) => app.GetRequiredService<IMetricSpotApi>().DownloadPdfAsync(id, Stop), "GET api/pdfs/{}"),
    };

    private static readonly Dictionary<string, (Func<ServiceProvider, string, Task> Call, string Expected)> Queries = new(StringComparer.Ordinal)
    {
        ["cursor"] = (static (app, text) => Seogent(app).GetResultsAsync("1", cursor: text, cancellationToken: Stop), "GET scans/1/results?cursor="),
        ["cursor of pages"] = (static (app, text) => Seogent(app).GetPagesAsync("1").AsPages(text, Stop).CollectAsync(), "GET scans/1/results?cursor="),
        ["severity"] = (static (app, text) => app.GetRequiredService<ISeogentApi>().GetResultsAsync("1", minSeverity: text, cancellationToken: Stop), "GET scans/1/results?min_severity="),
        ["issues"] = (static (app, text) => app.GetRequiredService<ISeogentApi>().GetResultsAsync("1", issuesOnly: text, cancellationToken: Stop), "GET scans/1/results?issues_only="),
        ["raw page"] = (static (app, text) => app.GetRequiredService<ISeoPeekApi>().AuditAsync(text, Stop), "GET api/v1/audit?url="),
    };

    private static readonly Dictionary<string, (Func<ServiceProvider, string, Task> Call, string Expected)> Bodies = new(StringComparer.Ordinal)
    {
        ["email"] = (static (app, text) => app.GetRequiredService<ISeoPeekClient>().CreateKeyAsync(text, Stop), "POST api/v1/keys"),
        ["local part"] = (static (app, text) => app.GetRequiredService<ISeoPeekClient>().CreateKeyAsync(text + "@example.com", Stop), "POST api/v1/keys"),
        ["domain"] = (static (app, text) => Seogent(app).StartScanAsync(ScanRequest.ForDomain(text, 1), Stop), "POST scans"),
        ["list of scans"] = (static (app, text) => Seogent(app).ListScansAsync().AsPages(text, Stop).CollectAsync(), "GET scans?page="),
        ["language"] = (static (app, text) => MetricSpot(app).QueuePdfAsync("1", new PdfRequest { Language = new PdfLanguage(text) }, Stop), "POST api/audits/1/pdf"),
        ["page"] = (static (app, text) => app.GetRequiredService<ISeoPeekClient>().AuditAsync(new Uri("https://example.com/" + text), Stop), "GET api/v1/audit?url="),
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> IdMethods => [.. Ids.Keys];

    public static TheoryData<string> QueryMethods => [.. Queries.Keys];

    public static TheoryData<string> BodyMethods => [.. Bodies.Keys];

    [Theory]
    [MemberData(nameof(IdMethods))]
    public async Task An_id_is_one_segment_of_the_path_or_nothing_is_sent(string method)
    {
        (Func<ServiceProvider, string, Task> call, string expected) = Ids[method];

        int sent = await RunAsync(call, static _ => false, (text, target) => Assert.Equal(expected.Replace("{}", text, StringComparison.Ordinal), target), static text => IdPattern().IsMatch(text));

        Assert.InRange(sent, Rounds / 10, Rounds);
    }

    [Theory]
    [MemberData(nameof(QueryMethods))]
    public async Task A_text_in_a_query_stays_one_value(string method)
    {
        (Func<ServiceProvider, string, Task> call, string expected) = Queries[method];

        await RunAsync(call, static _ => false, Check, static _ => true);

        void Check(string text, string target)
        {
            Assert.StartsWith(expected, target, StringComparison.Ordinal);
            string value = target[expected.Length..];
            Assert.Matches(ValuePattern(), value);
            Assert.Equal(WithoutLoneSurrogates(text), Uri.UnescapeDataString(value));
        }
    }

    [Theory]
    [MemberData(nameof(BodyMethods))]
    public async Task A_text_in_a_body_leaves_the_target_alone(string method)
    {
        (Func<ServiceProvider, string, Task> call, string expected) = Bodies[method];

        await RunAsync(call, static exception => exception is UriFormatException, (_, target) => Assert.StartsWith(expected, target, StringComparison.Ordinal), accepted: null);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_key_is_one_header_as_it_is_or_nothing_is_sent(bool later)
    {
        var options = new SeoAuditOptions();
        var texts = new HostileText(7);
        await using RawServer server = Server();
        await using ServiceProvider app = App(server.Address);
        Point(options, server.Address);
        for (var round = 0; round < Rounds; round++)
        {
            string key = round % 5 == 0 ? $"k{round}!\"#$%&'()*+,/:;<=>?@[]^`{{|}}" : texts.Next();
            int before = server.Requests;
            options.Seogent.ApiToken = options.SeoPeek.ApiKey = later ? Key : key;
            Exception? exception = await Record.ExceptionAsync(async () =>
            {
                ISeoAuditClient client = app.GetRequiredService<ISeoAuditClientFactory>().Create(options);
                options.Seogent.ApiToken = options.SeoPeek.ApiKey = key;
                await FindNothingAsync(() => client.SeoPeek.AuditAsync(new Uri("https://example.com/"), Stop));
                await FindNothingAsync(() => client.Seogent.GetCreditsAsync(Stop));
            });
            if (exception is not null)
            {
                Assert.False(KeyPattern().IsMatch(key) && key.Length > 0, exception.ToString());
                Assert.True(exception is OptionsValidationException or SeoAuditException { StatusCode: null }, exception.ToString());
                // Without a key SEOPeek is asked, and SEOgent is not.
                Assert.Equal(before + (key.Length == 0 ? 1 : 0), server.Requests);
                continue;
            }

            Assert.Equal(before + 2, server.Requests);
            Assert.Equal(key, Header(server.Heads[^2], "x-api-key"));
            Assert.Equal("Bearer " + key, Header(server.Heads[^1], "Authorization"));
        }

        AssertHeaders(server);
    }

    [Fact]
    public async Task A_base_address_is_where_requests_go_or_is_refused()
    {
        var texts = new HostileText(8);
        await using RawServer server = Server();
        await using ServiceProvider app = App(server.Address);
        var sent = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var options = new SeoAuditOptions { Tenant = round % 2 == 0 ? null : texts.Next(), Seogent = { ApiToken = Key, MaxRetries = 0 } };
            if (!Uri.TryCreate(server.Address + texts.Next(), UriKind.Absolute, out Uri? address))
            {
                continue;
            }

            options.Seogent.BaseAddress = address;
            Exception? exception = await Record.ExceptionAsync(
                () => app.GetRequiredService<ISeoAuditClientFactory>().Create(options).Seogent.GetCreditsAsync(Stop));
            if (exception is OptionsValidationException)
            {
                Assert.Equal(sent, server.Requests);
                continue;
            }

            Assert.True(exception is SeoAuditNotFoundException, $"{address.OriginalString} {exception}");
            Assert.Equal(++sent, server.Requests);
            Assert.Equal($"GET {address.AbsolutePath.TrimEnd('/')}/credits HTTP/1.1", server.Heads[^1].Split("\r\n")[0]);
            Assert.Equal(server.Address.Authority, Header(server.Heads[^1], "Host"));
        }

        Assert.InRange(sent, Rounds / 10, Rounds);
        AssertHeaders(server);
    }

    private static async Task<int> RunAsync(
        Func<ServiceProvider, string, Task> call, Func<Exception, bool> isOfTest, Action<string, string> check, Func<string, bool>? accepted)
    {
        var texts = new HostileText(6);
        await using RawServer server = Server();
        await using ServiceProvider app = App(server.Address);
        var sent = 0;
        for (var round = 0; round < Rounds; round++)
        {
            string text = texts.Next();
            Exception? exception = await Record.ExceptionAsync(() => call(app, text));
            // Beside what the client refuses, there is what the test itself cannot make an address of.
            if (exception is ArgumentException || (exception is not null && isOfTest(exception)))
            {
                Assert.Equal(sent, server.Requests);
                Assert.False(accepted?.Invoke(text) ?? false, $"{exception}");
                continue;
            }

            Assert.IsType<SeoAuditNotFoundException>(exception);
            Assert.Equal(++sent, server.Requests);
            Assert.True(accepted?.Invoke(text) ?? true, text);
            string[] line = server.Heads[^1].Split("\r\n")[0].Split(' ');
            Assert.Equal(3, line.Length);
            Assert.StartsWith("/prefix/", line[1], StringComparison.Ordinal);
            check(text, $"{line[0]} {line[1]["/prefix/".Length..]}");
        }

        AssertHeaders(server);
        return sent;
    }

    // Whatever else comes out goes on to who judges it.
    private static async Task FindNothingAsync(Func<Task> call)
    {
        try
        {
            await call();
            Assert.Fail("The server has nothing, and something was found.");
        }
        catch (SeoAuditNotFoundException)
        {
            // The request was sent.
        }
    }

    private static void AssertHeaders(RawServer server) => Assert.All(server.Heads, static head =>
    {
        string[] lines = head[..head.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Split("\r\n");
        Assert.All(lines[1..], static line => Assert.Contains(line[..line.IndexOf(':', StringComparison.Ordinal)], Headers, StringComparer.OrdinalIgnoreCase));
        Assert.Equal(lines.Length, lines.Select(static line => line.Split(':')[0]).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    });

    private static string Header(string head, string name) =>
        head.Split("\r\n").Single(line => line.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))[(name.Length + 2)..];

    private static string WithoutLoneSurrogates(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));

    private static RawServer Server() => new(static (_, socket) => socket.SendAsync(RawServer.Status(404)));

    private static ServiceProvider App(Uri server) => TestClient.Services(handler: null, configure: options => Point(options, new Uri(server, "prefix/")));

    private static void Point(SeoAuditOptions options, Uri address)
    {
        foreach (ServiceOptions service in new ServiceOptions[] { options.SeoPeek, options.Seogent, options.MetricSpot })
        {
            (service.BaseAddress, service.MaxRetries) = (address, 0);
        }

        options.Seogent.Polling.InitialDelay = options.MetricSpot.Polling.InitialDelay = options.MetricSpot.PdfPolling.InitialDelay = TimeSpan.Zero;
    }

    private static ISeogentClient Seogent(ServiceProvider app) => app.GetRequiredService<ISeogentClient>();

    private static IMetricSpotClient MetricSpot(ServiceProvider app) => app.GetRequiredService<IMetricSpotClient>();

    [GeneratedRegex(@"^(?!\.{1,2}\z)[A-Za-z0-9_.~-]{1,200}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"^([A-Za-z0-9_.~-]|%[0-9A-F]{2})*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex ValuePattern();

    [GeneratedRegex(@"^[!-~]*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex KeyPattern();
}
