using System.Text;
using System.Text.Json;
using SeoAudit.Client.SeoPeek;

namespace SeoAudit.Client.Tests.SeoPeek;

/// <summary>The quick reader and the generated one read the same answer alike, wherever the quick one reads it at all.</summary>
public sealed class SeoPeekAuditReaderTests
{
    public static TheoryData<string> Usual =>
    [
        SeoPeekSample.Full,
        SeoPeekSample.Minimal,
        """{"score":82,"url":"https://example.com/"}""",
        """{"score":1,"score":2,"url":"a","url":"b","checks":[{"name":"X","passed":true}],"checks":[]}""",
        """{"\u0075rl":"\u00e9\ud83d\ude00","score":-0.5e2}""",
        SeoPeekSample.With("score", "81.5"),
        SeoPeekSample.With("grade", null),
        SeoPeekSample.With("grade", "null"),
        SeoPeekSample.With("checks", "null"),
        SeoPeekSample.With("meta", "null"),
        SeoPeekSample.With("meta", """{"title":null,"new":[{}],"ogTitle":"T"}"""),
        SeoPeekSample.With("timestamp", "\"yesterday\""),
        SeoPeekSample.With("timestamp", "{\"at\":[1]}"),
        SeoPeekSample.With("timestamp", "\"2026-03-29T10:00:00.123456789Z\""),
        SeoPeekSample.With("timestamp", "\"2026-03-29T10:00:00\""),
        SeoPeekSample.With("timestamp", "\"2026-03-29T12:00:00+02:00\""),
        SeoPeekSample.With("new", """{"url":"other","score":[1,{"a":2}]}"""),
        SeoPeekSample.WithCheck("""{"name":null,"passed":true,"message":null,"value":null}"""),
        SeoPeekSample.WithCheck("""{"passed":false,"value":1.50,"status":"pass","id":{"name":"inner"}}"""),
        SeoPeekSample.WithCheck("""{"passed":true,"value":{"h1":[1,"two"]}}"""),
        SeoPeekSample.WithCheck("""{"passed":true,"value":"a \"quoted\" \u00fc"}"""),
    ];

    public static TheoryData<string> Unusual =>
    [
        string.Empty,
        "null",
        "[]",
        "{",
        """{"url":"a","score":1""",
        """{"url":"a","score":1}}""",
        """{"url":"a","score":1} x""",
        """{"url":"a","score":1,}""",
        """{"url":"a"}""",
        """{"score":1}""",
        """{"url":"\ud800","score":1}""",
        """{"url":"a","score":1,"\ud800":2}""",
        SeoPeekSample.With("url", "null"),
        SeoPeekSample.With("url", "3"),
        SeoPeekSample.With("score", "null"),
        SeoPeekSample.With("score", "\"82\""),
        SeoPeekSample.With("grade", "4"),
        SeoPeekSample.With("checks", "{}"),
        SeoPeekSample.With("checks", "[null]"),
        SeoPeekSample.With("meta", "[]"),
        SeoPeekSample.With("meta", """{"title":5}"""),
        SeoPeekSample.WithCheck("{}"),
        SeoPeekSample.WithCheck("""{"status":"pass"}"""),
        SeoPeekSample.WithCheck("""{"passed":null,"status":"pass"}"""),
        SeoPeekSample.WithCheck("""{"passed":"yes"}"""),
        SeoPeekSample.WithCheck("""{"passed":true,"name":[]}"""),
    ];

    [Theory]
    [MemberData(nameof(Usual))]
    public void The_usual_is_read_as_the_generated_reader_does(string json)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);

        SeoPeekAudit? quick = SeoPeekAuditReader.Read(bytes);
        SeoPeekAudit generated = JsonSerializer.Deserialize(bytes, SeoPeekJsonContext.Default.SeoPeekAudit)!;

        Assert.NotNull(quick);
        Assert.Equal((generated.Url, generated.Score, generated.Grade, generated.Meta), (quick.Url, quick.Score, quick.Grade, quick.Meta));
        Assert.Equal(generated.Timestamp, quick.Timestamp);
        Assert.Equal(generated.Timestamp?.Offset, quick.Timestamp?.Offset);
        Assert.Equal(generated.Checks.Select(Facts), quick.Checks.Select(Facts));
    }

    [Theory]
    [MemberData(nameof(Unusual))]
    public void Anything_else_is_left_to_the_generated_reader(string json) =>
        Assert.Null(SeoPeekAuditReader.Read(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void An_answer_that_ends_anywhere_is_left_to_the_generated_reader()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(SeoPeekSample.Full.TrimEnd());

        Assert.All(Enumerable.Range(0, bytes.Length), length => Assert.Null(SeoPeekAuditReader.Read(bytes.AsSpan(0, length))));
    }

    [Fact]
    public void A_value_that_was_read_as_text_is_an_element_as_well()
    {
        SeoPeekCheck check = Assert.Single(SeoPeekAuditReader.Read(Encoding.UTF8.GetBytes(
            SeoPeekSample.WithCheck("""{"passed":true,"value":"a \"quoted\" \u00fc"}""")))!.Checks);

        Assert.Equal("a \"quoted\" ü", check.Value!.Value.GetString());
        Assert.Equal(check.ValueText, check.Value.Value.GetString());
    }

    private static (string Name, bool Passed, string Message, string? Text, JsonValueKind? Kind) Facts(SeoPeekCheck check) =>
        (check.Name, check.Passed, check.Message, check.ValueText, check.Value?.ValueKind);
}
