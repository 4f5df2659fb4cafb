using System.Text.Json;
using SeoAudit.Client.SeoPeek;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.SeoPeek;

public sealed class SeoPeekCheckTests : IDisposable
{
    private readonly StubbedClient _stub = new();

    public void Dispose() => _stub.Dispose();

    [Theory]
    [InlineData("\"text\"", JsonValueKind.String, "text")]
    [InlineData("12", JsonValueKind.Number, "12")]
    [InlineData("1.50", JsonValueKind.Number, "1.50")]
    [InlineData("true", JsonValueKind.True, "True")]
    [InlineData("[\"h1\",\"h2\"]", JsonValueKind.Array, "[\"h1\",\"h2\"]")]
    [InlineData("{\"h1\":1}", JsonValueKind.Object, "{\"h1\":1}")]
    public async Task A_value_of_any_kind_is_carried(string json, JsonValueKind kind, string text)
    {
        SeoPeekCheck check = await ReadAsync($$"""{"name":"N","passed":true,"message":"M","value":{{json}}}""");

        Assert.Equal(kind, check.Value!.Value.ValueKind);
        Assert.Equal(text, check.ValueText);
    }

    [Theory]
    [InlineData(""","value":null""")]
    [InlineData("")]
    public async Task A_value_that_is_null_or_missing_is_null(string member)
    {
        SeoPeekCheck check = await ReadAsync($$"""{"name":"N","passed":true,"message":"M"{{member}}}""");

        Assert.Null(check.Value);
        Assert.Null(check.ValueText);
    }

    [Theory]
    [InlineData("""{"status":"pass"}""", true)]
    [InlineData("""{"status":"Passed"}""", true)]
    [InlineData("""{"status":"OK"}""", true)]
    [InlineData("""{"status":"ok","passed":null}""", true)]
    [InlineData("""{"status":"failed"}""", false)]
    [InlineData("""{"status":"warning"}""", false)]
    [InlineData("""{"status":"pass","passed":false}""", false)]
    [InlineData("""{"status":"failed","passed":true}""", true)]
    [InlineData("""{"status":3,"passed":true}""", true)]
    [InlineData("""{"status":{"code":1},"passed":true}""", true)]
    [InlineData("""{"status":[1]}""", false)]
    [InlineData("{}", false)]
    public async Task A_status_speaks_only_where_passed_is_missing(string json, bool passed) =>
        Assert.Equal(passed, (await ReadAsync(json)).Passed);

    [Theory]
    [InlineData("\"\\ud800\"", JsonValueKind.String)]
    [InlineData("\"a\\udc00b\"", JsonValueKind.String)]
    [InlineData("[\"\\ud800\"]", JsonValueKind.Array)]
    public async Task A_value_that_is_not_Unicode_is_carried_and_breaks_nothing(string json, JsonValueKind kind)
    {
        string sample = SeoPeekSample.WithCheck("""{"name":"N","status":"STATUS","message":"M","value":"VALUE"}""");
        _stub.Service.Answer(sample.Replace("STATUS", @"\ud800", StringComparison.Ordinal).Replace("\"VALUE\"", json, StringComparison.Ordinal));

        PageAudit audit = await _stub.Client.AuditPageAsync(new Uri("https://example.com/"));

        PageCheck check = Assert.Single(audit.Checks);
        var source = Assert.Single(Assert.IsType<SeoPeekAudit>(audit.Source).Checks);
        Assert.Equal(CheckStatus.Failed, check.Status);
        Assert.Equal(kind, source.Value!.Value.ValueKind);
        Assert.Equal(kind == JsonValueKind.String ? null : json, check.Value);
    }

    [Fact]
    public async Task Missing_texts_are_empty_and_unknown_members_are_ignored()
    {
        SeoPeekCheck check = await ReadAsync("""{"name":null,"id":"t1","severity":{"a":1},"weight":2,"recommendation":"do"}""");

        Assert.Equal((string.Empty, string.Empty), (check.Name, check.Message));
    }

    private async Task<SeoPeekCheck> ReadAsync(string check)
    {
        _stub.Service.Answer(SeoPeekSample.WithCheck(check));
        return Assert.Single((await _stub.SeoPeek.AuditAsync(new Uri("https://example.com/"))).Checks);
    }
}
