using System.Net;
using System.Text;
using System.Text.Json;
using BulkAuditApi.Tests.Support;

namespace BulkAuditApi.Tests;

/// <summary>What is refused: always with 422, as in the guide, and a problem that names the field and what is allowed.</summary>
public sealed class ValidationTests(ScriptedApi scripted)
{
    private const string Urls = "urls must be a list of 1 to 200 absolute http or https URLs.";
    private const string Concurrency = "concurrency must be a whole number from 1 to 20.";
    private const string Format = "export_format must be 'json' or 'csv'.";
    private const string Body = "body must be a JSON object with 'urls' and, optionally, 'concurrency' and 'export_format'.";

    public static TheoryData<string, string, string> Bodies { get; } = new()
    {
        { "{}", "urls", Urls },
        { """{"urls":null}""", "urls", Urls },
        { """{"urls":[]}""", "urls", Urls },
        { """{"urls":"https://a.example/"}""", "urls", Urls },
        { $$"""{"urls":[{{string.Join(',', Enumerable.Repeat("\"https://a.example/\"", 201))}}]}""", "urls", Urls },
        { """{"urls":["https://a.example/","/about"]}""", "urls[1]", "urls[1] must be an absolute http or https URL of at most 2083 characters." },
        { """{"urls":["file:///etc/passwd"]}""", "urls[0]", "urls[0] must be an absolute http or https URL of at most 2083 characters." },
        { """{"urls":["ftp://a.example/"]}""", "urls[0]", "urls[0] must be an absolute http or https URL of at most 2083 characters." },
        { """{"urls":["javascript:alert(1)"]}""", "urls[0]", "urls[0] must be an absolute http or https URL of at most 2083 characters." },
        { """{"urls":["http://"]}""", "urls[0]", "urls[0] must be an absolute http or https URL of at most 2083 characters." },
        { """{"urls":[null]}""", "urls[0]", "urls[0] must be an absolute http or https URL of at most 2083 characters." },
        { """{"urls":[1]}""", "urls[0]", "urls[0] must be an absolute http or https URL of at most 2083 characters." },
        { $$"""{"urls":["https://a.example/{{new string('a', 2_083)}}"]}""", "urls[0]", "urls[0] must be an absolute http or https URL of at most 2083 characters." },
        { """{"urls":["https://a.example/"],"concurrency":0}""", "concurrency", Concurrency },
        { """{"urls":["https://a.example/"],"concurrency":21}""", "concurrency", Concurrency },
        { """{"urls":["https://a.example/"],"concurrency":2.5}""", "concurrency", Concurrency },
        { """{"urls":["https://a.example/"],"concurrency":"many"}""", "concurrency", Concurrency },
        { """{"urls":["https://a.example/"],"concurrency":null}""", "concurrency", Concurrency },
        { """{"urls":["https://a.example/"],"export_format":"xml"}""", "export_format", Format },
        { """{"urls":["https://a.example/"],"export_format":1}""", "export_format", Format },
        { """{"urls":["https://a.example/"],"a colour":}""", "body", Body },
        { """{"urls":["https://a.example/"],"colour":[{"of":x}]}""", "body", Body },
        { "[]", "body", Body },
        { "{", "body", Body },
        { "", "body", Body },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_broken_rule_is_told_with_its_field_and_what_is_allowed(string body, string field, string message)
    {
        int before = scripted.Service.Audited.Count(static url => url.Contains("a.example", StringComparison.Ordinal));
        foreach (string path in new[] { "/api/audit/bulk", "/api/audit/export", "/api/audit/async" })
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using HttpResponseMessage response = await scripted.Client.PostAsync(path, content, TestContext.Current.CancellationToken);
            JsonElement problem = await response.JsonAsync(HttpStatusCode.UnprocessableEntity);

            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
            Assert.Equal(422, problem.GetProperty("status").GetInt32());
            JsonProperty fault = Assert.Single(problem.GetProperty("errors").EnumerateObject());
            Assert.Equal((field, message), (fault.Name, fault.Value[0].GetString()));
        }

        Assert.Equal(before, scripted.Service.Audited.Count(static url => url.Contains("a.example", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task All_faults_are_told_at_once()
    {
        using var content = new StringContent("""{"urls":["a","https://b.example/","c"],"concurrency":99}""", Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await scripted.Client.PostAsync("/api/audit/bulk", content, TestContext.Current.CancellationToken);

        Assert.Equal(["urls[0]", "urls[2]", "concurrency"], (await response.JsonAsync(HttpStatusCode.UnprocessableEntity)).GetProperty("errors").NamesOf());
    }

    [Fact]
    public async Task Fields_that_nobody_knows_are_left_alone_and_200_urls_are_taken()
    {
        string page = ScriptedApi.Page();
        string urls = string.Join(',', Enumerable.Repeat($"\"{page}\"", 200));
        using var content = new StringContent($$"""{"urls":[{{urls}}],"concurrency":20,"colour":"green"}""", Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await scripted.Client.PostAsync("/api/audit/bulk", content, TestContext.Current.CancellationToken);

        Assert.Equal(200, (await response.JsonAsync()).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task What_a_page_on_another_site_can_post_without_asking_is_refused()
    {
        using var content = new StringContent("""{"urls":["https://a.example/"]}""", Encoding.UTF8, "text/plain");
        content.Headers.Add("Origin", "https://evil.example");
        using HttpResponseMessage response = await scripted.Client.PostAsync("/api/audit/async", content, TestContext.Current.CancellationToken);

        await response.JsonAsync(HttpStatusCode.UnsupportedMediaType);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task A_body_that_is_longer_than_any_good_one_is_413()
    {
        // Or the answer would be lost on who is still sending.
        using var handler = new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) };
        using var client = new HttpClient(handler) { BaseAddress = scripted.Api.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/audit/async")
        {
            Content = new StringContent($$"""{"urls":["https://a.example/"],"filler":"{{new string('x', 5 * 1024 * 1024)}}"}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.ExpectContinue = true;
        using HttpResponseMessage response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(413, (await response.JsonAsync(HttpStatusCode.RequestEntityTooLarge)).GetProperty("status").GetInt32());
    }

    [Theory]
    [InlineData("application/json; charset=klingon")]
    [InlineData("application/json; charset=utf-7")]
    [InlineData("application/json; charset=\"klingon\"")]
    public async Task A_charset_that_cannot_be_read_is_415_with_a_problem(string contentType)
    {
        using var content = new ByteArrayContent("""{"urls":["https://a.example/"]}"""u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        using HttpResponseMessage response = await scripted.Client.PostAsync("/api/audit/bulk", content, TestContext.Current.CancellationToken);

        Assert.Contains("charset", (await response.JsonAsync(HttpStatusCode.UnsupportedMediaType)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    public async Task Under_a_name_that_is_not_its_own_it_answers_nothing(string host)
    {
        foreach (string path in new[] { "/", "/api/audit/jobs", "/hangfire" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Host = host;
            using HttpResponseMessage response = await scripted.Client.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        }
    }
}
