using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Security;

/// <summary>Services that say the key back.</summary>
public sealed class KeyEchoTests
{
    // Every character that some way of writing escapes.
    private const string Key = "sk_echo/A+b=\"C\\d'E&f%41<G>h";

    private const int CutAt = 4096;

    private static readonly string[] Bodies =
    [
        """{"error":"{0}","message":"The key {0} is revoked."}""", """{"message":"m","error_code":"{0}","errors":{"{0}":["{0} is wrong"]}}""",
        """{"error":{"message":"{0}","code":"{0}"}}""", """{"balance":{"{0}":1}}""", "<html>{0}</html>", "\"{0}\"", "{0}",
    ];

    private static readonly string[] HeaderNames = ["x-request-id", "cf-ray", "Retry-After", "X-RateLimit-Limit", "WWW-Authenticate", "Location", "ETag"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Spellings => new(
        from spelling in SecretKey.Forms(Key).Distinct(StringComparer.Ordinal)
        from body in Bodies
        select (spelling, body));

    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task In_a_body(string spelling, string body)
    {
        (int Status, string Type) answer = (0, string.Empty);
        using var handler = new ScriptedHandler(_ => new HttpResponseMessage((HttpStatusCode)answer.Status)
        {
            Content = new StringContent(body.Replace("{0}", spelling, StringComparison.Ordinal), Encoding.UTF8, answer.Type),
        });
        using var log = new CapturedLog();
        await using ServiceProvider provider = Client(handler, log);
        foreach (int status in new[] { 200, 401, 503 })
        {
            foreach (string type in new[] { "application/json", "text/plain" })
            {
                answer = (status, type);
                SecretKey.AssertNotIn(await SaidAsync(provider), Key);
            }
        }

        SecretKey.AssertNotIn(log.Lines, Key);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public async Task In_another_encoding(string encoding)
    {
        byte[] body = Encoding.GetEncoding(encoding).GetBytes($"The key {Key} is revoked.");
        using var handler = new ScriptedHandler(_ => new HttpResponseMessage(HttpStatusCode.Unauthorized) { Content = new ByteArrayContent(body) });

        IReadOnlyList<string> said = await SaidAsync(handler);

        SecretKey.AssertNotIn([.. said, .. said.Select(static line => line.Replace("\0", string.Empty, StringComparison.Ordinal))], Key);
    }

    [Fact]
    public async Task In_headers()
    {
        using var handler = new ScriptedHandler(_ =>
        {
            HttpResponseMessage response = ScriptedHandler.Json("{}", HttpStatusCode.Unauthorized);
            response.ReasonPhrase = Key;
            response.Content.Headers.TryAddWithoutValidation("Content-Language", Key);
            foreach (string name in HeaderNames)
            {
                response.Headers.TryAddWithoutValidation(name, Key);
            }

            return response;
        });

        SecretKey.AssertNotIn(await SaidAsync(handler), Key);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(500)]
    public async Task In_a_report(int status)
    {
        using var handler = new ScriptedHandler(_ => ScriptedHandler.Json(
            $$"""{"error":{{JsonSerializer.Serialize($"The key {Key} is revoked.")}} }""", (HttpStatusCode)status));
        await using ServiceProvider provider = Client(handler);
        var client = provider.GetRequiredService<ISeoAuditClient>();

        List<PageAuditOutcome> outcomes = await client.AuditPagesAsync(new[] { new Uri("https://example.com/") }, cancellationToken: Stop).CollectAsync();

        Assert.Contains("is revoked", Assert.Single(outcomes).Error!.Message, StringComparison.Ordinal);
        SecretKey.AssertNotIn(await ReportTexts.OfAsync(outcomes, Stop), Key);
    }

    // The platform quotes such lines in its exceptions.
    [Theory]
    [InlineData("HTTP/1.1 2{0} OK\r\n\r\n")]
    [InlineData("{0}\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\n{0}\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: {0}\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{0}\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: {0}\r\nContent-Length: 1\r\n\r\n?")]
    public async Task In_what_is_no_http(string answer)
    {
        await using var server = new RawServer((_, socket) => socket.SendAsync(Encoding.ASCII.GetBytes(answer.Replace("{0}", Key, StringComparison.Ordinal))));

        SecretKey.AssertNotIn(await SaidAsync(handler: null, server.Address), Key);
    }

    [Fact]
    public async Task Across_the_cut_however_it_is_spelled()
    {
        var text = string.Empty;
        using var handler = new ScriptedHandler(_ => new HttpResponseMessage(HttpStatusCode.Unauthorized) { Content = new StringContent(text) });
        await using ServiceProvider provider = Client(handler);
        ISeogentClient client = provider.GetRequiredService<ISeogentClient>();
        foreach (string spelling in SecretKey.Forms(Key).Distinct(StringComparer.Ordinal))
        {
            for (var shown = 1; shown < spelling.Length; shown += 3)
            {
                text = new string('.', CutAt - shown) + spelling + new string('.', 10_000);
                var exception = await Assert.ThrowsAsync<SeoAuditAuthenticationException>(() => client.GetCreditsAsync(Stop));

                // A digit of base64 that the key shares with what stands before it may stay.
                Assert.Matches(@"^\.+.?\*{0,3}$", exception.ResponseBody!);
                Assert.Matches(@"^\.+.?\*{0,3}$", exception.ServiceMessage!);
                Assert.InRange(exception.ResponseBody!.Length, CutAt - spelling.Length, CutAt);
            }
        }
    }

    [Fact]
    public async Task A_new_key_that_cannot_be_read_is_not_shown()
    {
        const string New = "seo_brandNew0123456789";
        using var handler = new ScriptedHandler(static _ => ScriptedHandler.Json($$"""{"key":"{{New}}"}"""));

        var exception = await Assert.ThrowsAsync<SeoAuditOutcomeUnknownException>(
            () => Client(handler).GetRequiredService<ISeoAuditClient>().SeoPeek.CreateKeyAsync("someone@example.com", Stop));

        SecretKey.AssertNotIn([ExceptionText.Of(exception)], New);
    }

    [Fact]
    public async Task A_message_of_a_service_cannot_forge_lines_of_a_log()
    {
        const string Said = "no\r\n2026-01-01 info: all is well\u001b[2J\u2028\u0085end";
        using var handler = new ScriptedHandler(static _ => ScriptedHandler.Json($$"""{"message":{{JsonSerializer.Serialize(Said)}} }""", HttpStatusCode.BadRequest));

        var exception = await Assert.ThrowsAsync<SeoAuditValidationException>(() => Client(handler).GetRequiredService<ISeoAuditClient>().Seogent.GetCreditsAsync(Stop));

        Assert.Equal(Said, exception.ServiceMessage);
        Assert.DoesNotContain(exception.Message, static unit => char.IsControl(unit) || unit == '\u2028');
    }

    private static async Task<IReadOnlyList<string>> SaidAsync(HttpMessageHandler? handler, Uri? address = null)
    {
        using var log = new CapturedLog();
        await using ServiceProvider provider = Client(handler, log, address);
        return [.. await SaidAsync(provider), .. log.Lines];
    }

    private static async Task<IReadOnlyList<string>> SaidAsync(ServiceProvider provider)
    {
        var client = provider.GetRequiredService<ISeoAuditClient>();
        var said = new List<string>();
        foreach (Func<Task> call in (Func<Task>[])
        [
            () => client.SeoPeek.AuditAsync(new Uri("https://example.com/"), Stop),
            () => client.Seogent.GetCreditsAsync(Stop),
            () => client.MetricSpot.GetAuditAsync("1", Stop),
            () => client.MetricSpot.DownloadPdfAsync("1", Stop),
            () => client.MetricSpot.QueueAuditAsync(new Uri("https://example.com/"), Stop),
        ])
        {
            if (await Record.ExceptionAsync(call) is { } exception)
            {
                said.Add(ExceptionText.Of(Assert.IsType<SeoAuditException>(exception, exactMatch: false)));
            }
        }

        Assert.NotEmpty(said);
        return said;
    }

    private static ServiceProvider Client(HttpMessageHandler? handler, CapturedLog? log = null, Uri? address = null)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log ?? new CapturedLog()));
        SeoAuditBuilder builder = services.AddSeoAudit(options =>
        {
            (options.SeoPeek.ApiKey, options.Seogent.ApiToken, options.MetricSpot.ApiKey) = (Key, Key, Key);
            foreach (ServiceOptions service in new ServiceOptions[] { options.SeoPeek, options.Seogent, options.MetricSpot })
            {
                service.MaxRetries = 0;
                service.RetryDelay = TimeSpan.Zero;
                service.BaseAddress = address ?? service.BaseAddress;
            }

            options.MetricSpot.Spacing = TimeSpan.Zero;
        });
        _ = handler is null ? builder : builder.On(handler);
        return services.BuildServiceProvider();
    }
}
