using SeoAudit.Client.SeoPeek;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.SeoPeek;

public sealed class SeoPeekRequestTests
{
    private const string Health = """{"status":"ok","service":"seopeek","version":"1.0.0"}""";
    private const string Key = """{"apiKey":"seo_new","plan":"free","limit":"50 audits/day"}""";

    private static readonly Uri Page = new("https://example.com/");

    [Theory]
    [InlineData("https://example.com/", "https%3A%2F%2Fexample.com%2F")]
    [InlineData("https://example.com/a?b=c&d=e", "https%3A%2F%2Fexample.com%2Fa%3Fb%3Dc%26d%3De")]
    [InlineData("https://example.com/#part", "https%3A%2F%2Fexample.com%2F%23part")]
    [InlineData("https://example.com/?q=a+b", "https%3A%2F%2Fexample.com%2F%3Fq%3Da%2Bb")]
    [InlineData("https://example.com/?q=100%25", "https%3A%2F%2Fexample.com%2F%3Fq%3D100%2525")]
    [InlineData("https://example.com/a b", "https%3A%2F%2Fexample.com%2Fa%2520b")]
    [InlineData("https://example.com/é", "https%3A%2F%2Fexample.com%2F%25C3%25A9")]
    [InlineData("https://example.com/%2Fa%2fb", "https%3A%2F%2Fexample.com%2F%252Fa%252fb")]
    public async Task The_page_travels_as_one_encoded_query_value(string page, string encoded)
    {
        await using var server = new RawServer(static (_, socket) => socket.SendAsync(RawServer.Ok(SeoPeekSample.Minimal)));

        await TestClient.Create(server.Address).SeoPeek.AuditAsync(new Uri(page));

        Assert.StartsWith($"GET /api/v1/audit?url={encoded} HTTP/1.1\r\n", Assert.Single(server.Heads), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_audit_is_a_get_with_the_key_and_without_a_body(bool refit)
    {
        using var stub = new StubbedClient();
        stub.Service.Answer(SeoPeekSample.Minimal);

        _ = refit ? await stub.Get<ISeoPeekApi>().AuditAsync(Page.AbsoluteUri) : await stub.SeoPeek.AuditAsync(Page);

        StubRequest request = stub.Service.Request;
        Assert.Equal("GET", request.Method);
        Assert.Equal("/api/v1/audit?url=https%3A%2F%2Fexample.com%2F", request.Target);
        Assert.Equal(TestClient.SeoPeekKey, request.Header("x-api-key"));
        Assert.Equal("application/json", request.Header("Accept"));
        Assert.Null(request.Header("Authorization"));
        Assert.Null(request.Header("Content-Type"));
        Assert.True(string.IsNullOrEmpty(request.Body));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task An_audit_without_a_key_is_anonymous(string? key)
    {
        using var stub = new StubbedClient(options => options.SeoPeek.ApiKey = key);
        stub.Service.Answer(SeoPeekSample.Minimal);

        await stub.SeoPeek.AuditAsync(Page);

        Assert.Null(stub.Service.Request.Header("x-api-key"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_key_is_asked_for_with_the_address_alone(bool refit)
    {
        using var stub = new StubbedClient();
        stub.Service.Answer(Key, status: 201);

        _ = refit
            ? await stub.Get<ISeoPeekApi>().CreateKeyAsync(new SeoPeekKeyRequest("name@example.com"))
            : await stub.SeoPeek.CreateKeyAsync("name@example.com");

        StubRequest request = stub.Service.Request;
        Assert.Equal("POST", request.Method);
        Assert.Equal("/api/v1/keys", request.Target);
        Assert.Equal("""{"email":"name@example.com"}""", request.Body);
        Assert.Equal("application/json; charset=utf-8", request.Header("Content-Type"));
        Assert.Equal("application/json", request.Header("Accept"));
        Assert.Null(request.Header("x-api-key"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Health_stands_outside_the_version_and_needs_no_key(bool refit)
    {
        using var stub = new StubbedClient();
        stub.Service.Answer(Health);

        _ = refit ? await stub.Get<ISeoPeekApi>().GetHealthAsync() : await stub.SeoPeek.GetHealthAsync();

        StubRequest request = stub.Service.Request;
        Assert.Equal("GET", request.Method);
        Assert.Equal("/api/health", request.Target);
        Assert.Equal("application/json", request.Header("Accept"));
        Assert.Null(request.Header("x-api-key"));
        Assert.Null(request.Header("Content-Type"));
    }

    [Theory]
    [InlineData("seopeekApi")]
    [InlineData("seopeekApi/")]
    [InlineData("a/b/")]
    public async Task A_base_address_with_a_path_keeps_it(string prefix)
    {
        using var stub = new StubbedClient(prefix: prefix);
        string root = "/" + prefix.TrimEnd('/');
        stub.Service.AnswerAt(root + "/api/v1/audit", SeoPeekSample.Minimal);
        stub.Service.AnswerAt(root + "/api/v1/keys", Key);
        stub.Service.AnswerAt(root + "/api/health", Health);

        await stub.SeoPeek.AuditAsync(Page);
        await stub.SeoPeek.CreateKeyAsync("name@example.com");
        await stub.SeoPeek.GetHealthAsync();

        Assert.Equal(3, stub.Service.Requests.Count);
    }
}
