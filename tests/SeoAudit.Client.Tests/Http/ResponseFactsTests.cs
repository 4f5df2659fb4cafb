using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Http;

public sealed class ResponseFactsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 12, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("X-RateLimit-", "100", "7", "1773316860")]
    [InlineData("x-ratelimit-", "100", "7", "60")]
    [InlineData("RateLimit-", "100, 100;w=60", "7", "60")]
    [InlineData("ratelimit-", "100;w=60", " 7", "60")]
    public async Task Limits_are_read_in_either_spelling(string prefix, string limit, string remaining, string reset)
    {
        foreach (HttpStatusCode status in new[] { HttpStatusCode.OK, HttpStatusCode.NotFound })
        {
            using ScriptedHandler handler = Handler(
                status, (prefix + "Limit", limit), (prefix + "Remaining", remaining), (prefix + "Reset", reset));

            RateLimit? found = await LimitAsync(handler);

            Assert.Equal(new RateLimit { Limit = 100, Remaining = 7, ResetsAt = Now.AddSeconds(60) }, found);
        }
    }

    [Theory]
    [InlineData("X-RateLimit-Limit", "many")]
    [InlineData("X-RateLimit-Reset", "99999999999999")]
    [InlineData("X-RateLimit-Remaining", "-1")]
    [InlineData("X-RateLimit-Other", "5")]
    [InlineData("X-Something-Long", "5")]
    public async Task What_is_no_limit_is_passed_over(string name, string value)
    {
        using ScriptedHandler handler = Handler(HttpStatusCode.OK, (name, value));

        Assert.Null(await LimitAsync(handler));
    }

    [Theory]
    [InlineData(499)]
    [InlineData(500)]
    public async Task What_a_message_repeats_is_never_half_a_character(int before)
    {
        string said = new string('a', before) + "😀😀";
        using var handler = new ScriptedHandler(_ => ScriptedHandler.Json($$"""{"message":"{{said}}"}""", HttpStatusCode.NotFound));

        SeoAuditNotFoundException error = await Assert.ThrowsAsync<SeoAuditNotFoundException>(
            () => TestClient.Create(handler).Seogent.GetCreditsAsync());

        Assert.EndsWith($"{new string('a', before)}…", error.Message, StringComparison.Ordinal);
        Assert.Equal(said, error.ServiceMessage);
    }

    [Fact]
    public async Task The_services_words_are_never_cut_within_a_character()
    {
        string said = new string('a', 4095) + "😀😀";
        using var handler = new ScriptedHandler(_ => ScriptedHandler.Json($$"""{"message":"{{said}}"}""", HttpStatusCode.NotFound));

        SeoAuditNotFoundException error = await Assert.ThrowsAsync<SeoAuditNotFoundException>(
            () => TestClient.Create(handler).Seogent.GetCreditsAsync());

        Assert.Equal(said[..4095], error.ServiceMessage);
    }

    [Fact]
    public async Task The_raw_answer_is_kept_when_asked_for()
    {
        using ScriptedHandler handler = Handler(HttpStatusCode.OK, ("X-Thing", "a"));

        Assert.Null((await TestClient.Create(handler).Seogent.GetCreditsAsync()).RawResponse);

        ISeogentClient client = TestClient.Create(handler, configure: options => options.Seogent.KeepRawResponses = true).Seogent;
        RawResponse raw = (await client.GetCreditsAsync()).RawResponse!;
        Assert.Equal(HttpStatusCode.OK, raw.StatusCode);
        Assert.Equal("""{"balance":1}""", Encoding.UTF8.GetString(raw.Body.Span));
        Assert.Equal("a", raw.Headers["x-thing"]);
        Assert.Equal("application/json; charset=utf-8", raw.Headers["Content-Type"]);
    }

    [Fact]
    public async Task An_answer_as_large_as_allowed_is_read_and_one_byte_more_is_not()
    {
        string json = """{"balance":1}""".PadRight(1024);
        string? body = json;
        using var handler = new ScriptedHandler(_ => ScriptedHandler.Json(body));
        ISeogentClient client = TestClient.Create(handler, configure: options => options.Seogent.MaxResponseBytes = 1024).Seogent;

        Assert.Equal(1, (await client.GetCreditsAsync()).Balance);
        body = json + " ";
        var exception = await Assert.ThrowsAsync<SeoAuditResponseException>(() => client.GetCreditsAsync());

        Assert.Contains("MaxResponseBytes", exception.Message, StringComparison.Ordinal);
        Assert.Equal(2, handler.Requests.Count);
    }

    private static async Task<RateLimit?> LimitAsync(ScriptedHandler handler)
    {
        ISeogentClient client = TestClient.Create(handler, new FakeTimeProvider(Now)).Seogent;
        try
        {
            return (await client.GetCreditsAsync()).RateLimit;
        }
        catch (SeoAuditNotFoundException exception)
        {
            return exception.RateLimit;
        }
    }

    private static ScriptedHandler Handler(HttpStatusCode status, params (string Name, string Value)[] headers) => new(_ =>
    {
        HttpResponseMessage response = ScriptedHandler.Json("""{"balance":1}""", status);
        foreach ((string name, string value) in headers)
        {
            Assert.True(response.Headers.TryAddWithoutValidation(name, value));
        }

        return response;
    });
}
