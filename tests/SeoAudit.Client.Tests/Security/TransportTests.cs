using System.Net;
using Microsoft.Extensions.Options;
using SeoAudit.Client.Http;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Tests.Conventions;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Security;

public sealed class TransportTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("localhost", -1, 30)]
    [InlineData("localhost", -60, -30)]
    [InlineData("elsewhere.example", -1, 30)]
    public async Task A_certificate_that_is_not_trusted_ends_the_call_before_anything_is_sent(string name, int fromDay, int toDay)
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        await using var server = new TlsServer(name, now.AddDays(fromDay), now.AddDays(toDay));
        ISeoAuditClient client = TestClient.Create(server.Address);
        foreach (Func<Task> call in (Func<Task>[])
        [
            () => client.Seogent.GetCreditsAsync(Stop),
            () => client.SeoPeek.CreateKeyAsync("someone@example.com", Stop),
            () => client.ReadSitemapAsync(new Uri(server.Address, "sitemap.xml"), Stop).CollectAsync(),
        ])
        {
            int before = server.Connections;

            var exception = await Assert.ThrowsAsync<SeoAuditException>(call);

            Assert.Equal(HttpRequestError.SecureConnectionError, Assert.IsType<HttpRequestException>(exception.InnerException).HttpRequestError);
            Assert.False(exception.IsTransient);
            Assert.Equal((before + 1, 0), (server.Connections, server.Bytes));
        }
    }

    [Fact]
    public void Nothing_looks_away_from_a_certificate()
    {
        using var code = new AssemblyCode(ClientAssembly.Assembly.Location);
        string[] telling = ["Certificate", "SslOptions", "CheckCertificateRevocationList", "set_ServerCertificateCustomValidationCallback"];

        Assert.NotEmpty(code.Calls);
        Assert.DoesNotContain(code.Calls, call => telling.Any(word => call.Method.Contains(word, StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain(code.References, static reference => reference.To.StartsWith("System.Net.Security.", StringComparison.Ordinal)
            || reference.To.StartsWith("System.Security.Cryptography.X509Certificates.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_an_error_and_nothing_follows_it(int status)
    {
        await using var other = new RawServer((_, socket) => socket.SendAsync(RawServer.Ok("""{"balance":1}""")));
        await using var tls = new TlsServer("localhost", TimeProvider.System.GetUtcNow(), TimeProvider.System.GetUtcNow().AddDays(1));
        foreach (string location in new[] { $"{other.Address}", $"{tls.Address}", $"//{other.Address.Authority}/", "/elsewhere", "file:///etc/passwd" })
        {
            await using var server = new RawServer((_, socket) => socket.SendAsync(RawServer.Status(status, $"Location: {location}\r\n")));
            ISeoAuditClient client = TestClient.Create(server.Address);
            Func<Task>[] calls =
            [
                () => client.Seogent.GetCreditsAsync(Stop),
                () => client.MetricSpot.QueueAuditAsync(new Uri("https://example.com/"), Stop),
                () => client.MetricSpot.DownloadPdfAsync("1", Stop),
                () => client.SeoPeek.AuditAsync(new Uri("https://example.com/"), Stop),
            ];
            foreach (Func<Task> call in calls)
            {
                var thrown = await Assert.ThrowsAnyAsync<SeoAuditException>(call);
                var exception = Assert.IsType<SeoAuditResponseException>(thrown.OwnCause());

                Assert.Equal((HttpStatusCode)status, exception.StatusCode);
                Assert.False(exception.IsTransient);
            }

            // A 303 may follow what was done, so the list is looked at too.
            Assert.Equal(status == 303 ? calls.Length + 1 : calls.Length, server.Requests);
        }

        Assert.Equal((0, 0), (other.Requests, tls.Connections));
    }

    [Theory]
    [InlineData("http://localhost.example/", false)]
    [InlineData("http://127.0.0.1.example/", false)]
    [InlineData("http://0.0.0.0/", false)]
    [InlineData("http://[::ffff:10.0.0.1]/", false)]
    [InlineData("http://127.1/", true)]
    [InlineData("http://localhost/", true)]
    [InlineData("http://[::1]/", true)]
    // The platform's own name for localhost, which it asks no DNS for.
    [InlineData("http://loopback/", true)]
    public void Plain_http_is_for_this_machine_only(string address, bool safe) => Assert.Equal(safe, KeyDestination.IsSafe(new Uri(address)));

    [Theory]
    [InlineData("http://seogent.example/", "https")]
    [InlineData("https://user:password@seogent.example/", "user name")]
    [InlineData("https://seogent.example/?key=1", "query")]
    [InlineData("https://seogent.example//evil.example/", "one slash")]
    public void A_base_address_that_would_give_keys_away_is_refused(string address, string why)
    {
        using var handler = new ScriptedHandler(Answers.For);

        var exception = Assert.Throws<OptionsValidationException>(
            () => TestClient.Create(handler, configure: options => options.MetricSpot.BaseAddress = new Uri(address)));

        Assert.Contains(why, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("password", exception.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task A_pdf_address_of_the_service_is_https_and_gets_no_key()
    {
        foreach (string address in new[] { "http://files.example/1.pdf", "file:///etc/passwd", "ftp://files.example/1.pdf", "\\\\files\\1.pdf", "//files.example/1.pdf" })
        {
            using var handler = new ScriptedHandler(_ => ScriptedHandler.Json($$"""{"pdf":{"status":"queued","url":{{System.Text.Json.JsonSerializer.Serialize(address)}} } }"""));

            var thrown = await Assert.ThrowsAnyAsync<SeoAuditException>(async () =>
            {
                PdfOperation pdf = await TestClient.Create(handler).MetricSpot.QueuePdfAsync("1", cancellationToken: Stop);
                await pdf.WaitForCompletionAsync(cancellationToken: Stop);
            });

            Assert.IsType<SeoAuditResponseException>(thrown.OwnCause());
            Assert.Single(handler.Requests);
        }
    }
}
