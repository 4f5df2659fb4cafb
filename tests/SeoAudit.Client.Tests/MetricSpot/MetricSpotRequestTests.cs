using System.Text.Json;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.MetricSpot;

public sealed class MetricSpotRequestTests
{
    private const string Json = "application/json";
    private const string Pdf = "application/pdf";
    private const string Url = """{"url":"https://example.com/"}""";
    private const string Anonymous = """{"audit":{"url":"https://example.com","total_score":80}}""";

    private static readonly Uri Page = new("https://example.com/");

    private static readonly Dictionary<string, Call> Calls = new(StringComparer.Ordinal)
    {
        ["queue"] = new("POST", "/api/audits", Url, MetricSpotSample.Queued,
            static client => client.QueueAuditAsync(Page), static api => api.CreateAuditAsync(new AuditRequest("https://example.com/"))),
        ["audit"] = new("GET", "/api/audits/12345", null, MetricSpotSample.Completed,
            static client => client.GetAuditAsync("12345"), static api => api.GetAuditAsync("12345")),
        ["audit by text"] = new("GET", "/api/audits/aud_1-2.3~", null, MetricSpotSample.Completed,
            static client => client.GetAuditAsync("aud_1-2.3~"), static api => api.GetAuditAsync("aud_1-2.3~")),
        ["list"] = new("GET", "/api/audits", null, """{"audits":[]}""",
            static client => client.ListAuditsAsync(), static api => api.ListAuditsAsync()),
        ["anonymous"] = new("POST", "/api/public/audit", Url, Anonymous,
            static client => client.RunAnonymousAuditAsync(Page), static api => api.RunAnonymousAuditAsync(new AuditRequest("https://example.com/")))
        { HasKey = false },
        ["pdf, as the service likes"] = new("POST", "/api/audits/12345/pdf", "{}", """{"id":9876,"status":"queued"}""",
            static client => client.QueuePdfAsync("12345"), static api => api.CreatePdfAsync("12345", new PdfRequest())),
        ["pdf, in German with a brand"] = new("POST", "/api/audits/12345/pdf", """{"language":"de","brand_id":7}""", """{"id":9876}""",
            static client => client.QueuePdfAsync("12345", Branded("7")), static api => api.CreatePdfAsync("12345", Branded("7"))),
        ["pdf, with a brand named by text"] = new("POST", "/api/audits/12345/pdf", """{"language":"de","brand_id":"b1"}""", """{"id":9876}""",
            static client => client.QueuePdfAsync("12345", Branded("\"b1\"")), static api => api.CreatePdfAsync("12345", Branded("\"b1\""))),
        ["pdf state"] = new("GET", "/api/pdfs/9876", null, """{"id":9876,"status":"ready"}""",
            static client => client.GetPdfAsync("9876"), static api => api.GetPdfAsync("9876")),
        ["pdf file"] = new("GET", "/api/pdfs/9876", null, "%PDF-1.7",
            static client => client.DownloadPdfAsync("9876"), static api => api.DownloadPdfAsync("9876"))
        { MediaType = Pdf },
        ["traffic"] = new("GET", "/api/audits/12345/google", null, """{"connected":false}""",
            static client => client.GetOrganicTrafficAsync("12345"), static api => api.GetOrganicTrafficAsync("12345")),
    };

    public static TheoryData<string, bool> Surfaces
    {
        get
        {
            var data = new TheoryData<string, bool>();
            foreach (string name in Calls.Keys)
            {
                data.Add(name, false);
                data.Add(name, true);
            }

            return data;
        }
    }

    public static TheoryData<string> Names => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Surfaces))]
    public async Task A_call_is_the_documented_request(string name, bool refit)
    {
        Call call = Calls[name];
        using var stub = new StubbedClient();
        stub.Service.Answer(call.Answer, contentType: call.MediaType);

        await (refit ? call.Refit(stub.Get<IMetricSpotApi>()) : call.Client(stub.MetricSpot));

        StubRequest request = stub.Service.Request;
        Assert.Equal(call.Method, request.Method);
        Assert.Equal(call.Path, request.Target);
        Assert.Equal(call.HasKey ? $"Bearer {TestClient.MetricSpotKey}" : null, request.Header("Authorization"));
        Assert.Null(request.Header("x-api-key"));
        Assert.Equal(call.MediaType, request.Header("Accept"));
        Assert.Equal(call.Body is null ? null : "application/json; charset=utf-8", request.Header("Content-Type"));
        Assert.Equal(call.Body, string.IsNullOrEmpty(request.Body) ? null : request.Body);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_base_address_with_a_path_keeps_it(string name)
    {
        Call call = Calls[name];
        foreach (string prefix in new[] { "metricspot", "gate/way/" })
        {
            using var stub = new StubbedClient(prefix: prefix);
            stub.Service.Answer(call.Answer, contentType: call.MediaType);

            await call.Client(stub.MetricSpot);

            Assert.Equal($"/{prefix.TrimEnd('/')}{call.Path}", stub.Service.Request.Target);
        }
    }

    [Theory]
    [MemberData(nameof(Surfaces))]
    public async Task Without_a_key_nothing_is_sent_but_the_anonymous_audit(string name, bool refit)
    {
        Call call = Calls[name];
        using var stub = new StubbedClient(static options => options.MetricSpot.ApiKey = null);
        stub.Service.Answer(call.Answer, contentType: call.MediaType);

        Exception? exception = await Record.ExceptionAsync(
            () => refit ? call.Refit(stub.Get<IMetricSpotApi>()) : call.Client(stub.MetricSpot));

        if (!call.HasKey)
        {
            Assert.Null(exception);
            return;
        }

        var missing = Assert.IsType<SeoAuditAuthenticationException>(exception);
        Assert.Contains("SeoAudit:MetricSpot:ApiKey", missing.Message, StringComparison.Ordinal);
        Assert.Contains("SeoAudit__MetricSpot__ApiKey", missing.Message, StringComparison.Ordinal);
        Assert.Equal(AuditService.MetricSpot, missing.Service);
        Assert.Equal(0, missing.Attempts);
        Assert.False(missing.IsTransient);
        Assert.Empty(stub.Service.Requests);
    }

    [Theory]
    [InlineData("https://example.com/a?b=c&d=e#f", "https://example.com/a?b=c&d=e#f")]
    [InlineData("https://example.com/?q=a+b%20c", "https://example.com/?q=a+b%20c")]
    [InlineData("https://example.com/a b", "https://example.com/a%20b")]
    [InlineData("https://example.com/é", "https://example.com/%C3%A9")]
    public async Task The_page_reaches_the_body_unharmed(string page, string sent)
    {
        using var stub = new StubbedClient();
        stub.Service.Answer(MetricSpotSample.Queued, status: 201);

        await stub.MetricSpot.QueueAuditAsync(new Uri(page));

        using JsonDocument body = JsonDocument.Parse(stub.Service.Request.Body!);
        Assert.Equal(sent, Assert.Single(body.RootElement.EnumerateObject()).Value.GetString());
    }

    private static PdfRequest Branded(string brand) =>
        new() { Language = PdfLanguage.German, BrandId = JsonDocument.Parse(brand).RootElement };

    private sealed record Call(
        string Method, string Path, string? Body, string Answer, Func<IMetricSpotClient, Task> Client, Func<IMetricSpotApi, Task> Refit)
    {
        public bool HasKey { get; init; } = true;

        public string MediaType { get; init; } = Json;
    }
}
