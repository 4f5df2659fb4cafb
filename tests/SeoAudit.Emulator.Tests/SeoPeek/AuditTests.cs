using System.Text.Json;
using SeoAudit.Emulator.Tests.Support;

namespace SeoAudit.Emulator.Tests.SeoPeek;

public sealed class AuditTests
{
    private const string Page = "/seopeek/api/v1/audit?url=https%3A%2F%2Fexample.com%2Fscore%2F82";

    [Fact]
    public async Task Answers_with_every_documented_field_in_camel_case()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();

        Answer answer = await test.GetAsync(Page);

        Assert.Equal(200, answer.Status);
        Assert.Equal("application/json", answer.ContentType);
        Assert.Equal(["url", "score", "grade", "checks", "meta", "summary", "timestamp"], Answer.Names(answer.Json));
        Assert.Equal("https://example.com/score/82", answer.Text("url"));
        Assert.Equal(82, answer.Int("score"));
        Assert.Equal("B", answer.Text("grade"));
        Assert.Equal("2026-03-12T12:00:00.000Z", answer.Text("timestamp"));
        Assert.Equal(["name", "passed", "message", "value"], Answer.Names(answer["checks"][0]));
        Assert.True(answer["checks"][0].GetProperty("passed").GetBoolean());
        Assert.False(answer["checks"][1].GetProperty("passed").GetBoolean());
        Assert.Equal(
            ["title", "description", "canonical", "ogTitle", "ogDescription", "ogImage"], Answer.Names(answer["meta"]));
        Assert.Equal(JsonValueKind.Null, answer.At("meta", "canonical").ValueKind);
        Assert.Equal(3, answer.Int("summary", "total"));
        Assert.Equal(1, answer.Int("summary", "passed"));
        Assert.Equal(2, answer.Int("summary", "failed"));
    }

    [Theory]
    [InlineData("example.com/x", "https://example.com/x")]
    [InlineData("localhost:5000/x", "http://localhost:5000/x")]
    [InlineData("127.0.0.1:5000", "http://127.0.0.1:5000/")]
    [InlineData("http://example.com", "http://example.com/")]
    public async Task Completes_a_missing_scheme(string asked, string audited)
    {
        await using TestEmulator test = await TestEmulator.StartAsync();

        Answer answer = await test.GetAsync("/seopeek/api/v1/audit?url=" + Uri.EscapeDataString(asked));

        Assert.Equal(audited, answer.Text("url"));
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("?url=", 400)]
    [InlineData("?url=not%20a%20url", 400)]
    [InlineData("?url=ftp%3A%2F%2Fexample.com", 400)]
    [InlineData("?url=https%3A%2F%2Fforbidden.example", 400)]
    [InlineData("?url=https%3A%2F%2Funreachable.example", 502)]
    [InlineData("?url=https%3A%2F%2Fslow.example", 504)]
    public async Task Refuses_with_an_error_text(string query, int status)
    {
        await using TestEmulator test = await TestEmulator.StartAsync();

        Answer answer = await test.GetAsync("/seopeek/api/v1/audit" + query);

        Assert.Equal(status, answer.Status);
        Assert.NotEmpty(answer.Text("error"));
        Assert.Empty(test.Emulator.Ledger.Creations);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("192.168.0.9")]
    [InlineData("172.15.0.1")]
    [InlineData("printer.local")]
    [InlineData("localhost")]
    public async Task Refuses_private_hosts_when_told_to(string host)
    {
        await using TestEmulator test = await TestEmulator.StartAsync(options => options.SeoPeek.RefusePrivateHosts = true);

        Assert.Equal(400, (await test.GetAsync($"/seopeek/api/v1/audit?url=http://{host}/")).Status);
        Assert.Equal(200, (await test.GetAsync("/seopeek/api/v1/audit?url=10.example.com")).Status);
    }

    [Fact]
    public async Task Takes_as_long_as_it_is_told()
    {
        await using TestEmulator test = await TestEmulator.StartAsync(
            options => options.SeoPeek.ArtificialDelay = TimeSpan.FromSeconds(2));

        Task<Answer> pending = test.GetAsync(Page);
        await test.UntilWaitedForAsync();
        Assert.False(pending.IsCompleted);
        await test.AdvanceUntilAsync(() => Task.FromResult(pending.IsCompleted), TimeSpan.FromSeconds(1));

        Assert.Equal(200, (await pending).Status);
    }

    [Fact]
    public async Task Knows_its_addresses_and_methods()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();

        Answer health = await test.GetAsync("/seopeek/api/health");

        Assert.Equal("ok", health.Text("status"));
        Assert.Equal("seopeek", health.Text("service"));
        Assert.Equal("1.0.0", health.Text("version"));
        Assert.Equal(405, (await test.PostAsync("/seopeek/api/v1/audit")).Status);
        Assert.Equal(405, (await test.GetAsync("/seopeek/api/v1/keys")).Status);
        Assert.Equal(404, (await test.GetAsync("/seopeek/api/v1/health")).Status);
    }
}
