using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SeoAudit.Client.SeoPeek;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Http;

public sealed class ResponseBodyTests
{
    private static readonly Uri Page = new("https://example.com/");

    [Theory]
    [InlineData(10, true)]
    [InlineData(10, false)]
    [InlineData(8 * 1024, false)]
    [InlineData(300_000, true)]
    [InlineData(300_000, false)]
    [InlineData(3_000_000, true)]
    [InlineData(3_000_000, false)]
    public async Task A_body_of_any_length_is_read_whether_its_length_is_known_or_not(int length, bool known)
    {
        var url = new string('u', length);
        byte[] json = Encoding.UTF8.GetBytes($$"""{"url":"{{url}}","score":1}""");
        using var handler = new ScriptedHandler(_ => new HttpResponseMessage { Content = Content(json, known) });

        SeoPeekAudit audit = await TestClient.Create(handler, configure: options => options.SeoPeek.KeepRawResponses = true).SeoPeek.AuditAsync(Page);

        Assert.Equal(url, audit.Url);
        Assert.Equal(json, audit.RawResponse!.Body.ToArray());
    }

    [Theory]
    [InlineData(1024, true, true)]
    [InlineData(1024, false, true)]
    [InlineData(1025, true, false)]
    [InlineData(1025, false, false)]
    public async Task A_body_may_be_as_long_as_is_allowed_and_no_longer(int length, bool known, bool allowed)
    {
        byte[] json = Encoding.UTF8.GetBytes("""{"url":"a","score":1}""".PadRight(length));
        using var handler = new ScriptedHandler(_ => new HttpResponseMessage { Content = Content(json, known) });
        ISeoPeekClient client = TestClient.Create(handler, configure: options => options.SeoPeek.MaxResponseBytes = 1024).SeoPeek;

        if (allowed)
        {
            Assert.Equal(1, (await client.AuditAsync(Page)).Score);
        }
        else
        {
            var exception = await Assert.ThrowsAsync<SeoAuditResponseException>(() => client.AuditAsync(Page));
            Assert.Contains("1024 bytes", exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Answers_read_at_the_same_time_do_not_mix()
    {
        using var handler = new ScriptedHandler(request => ScriptedHandler.Json(
            $$"""{"url":"{{WebUtility.UrlDecode(request.RequestUri!.Query["?url=".Length..])}}","score":1}"""));
        ISeoPeekClient client = TestClient.Create(handler).SeoPeek;

        await Parallel.ForAsync(0, 500, async (index, stop) =>
        {
            var page = new Uri($"https://example.com/{index}");
            Assert.Equal(page.AbsoluteUri, (await client.AuditAsync(page, stop)).Url);
        });
    }

    [Fact]
    public async Task A_handler_around_the_call_may_read_the_body_and_leaves_it_to_be_read()
    {
        const string Json = """{"url":"a","score":1}""";
        using var handler = new ScriptedHandler(_ => ScriptedHandler.Json(Json));
        var read = new List<string>();
        var services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(http => http.AddHttpMessageHandler(() => new ReadingHandler(read)));
        services.AddSeoAudit(_ => { }).SeoPeek.ConfigurePrimaryHttpMessageHandler(() => handler);
        await using ServiceProvider provider = services.BuildServiceProvider();

        SeoPeekAudit audit = await provider.GetRequiredService<ISeoPeekClient>().AuditAsync(Page);

        Assert.Equal(1, audit.Score);
        Assert.Equal([Json, Json], read);
    }

    private static HttpContent Content(byte[] json, bool known) =>
        known ? new ByteArrayContent(json) : new RecordedContent(Encoding.UTF8.GetString(json));

    private sealed class ReadingHandler(List<string> read) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken), leaveOpen: true);
            read.Add(await reader.ReadToEndAsync(cancellationToken));
            read.Add(await response.Content.ReadAsStringAsync(cancellationToken));
            return response;
        }
    }
}
