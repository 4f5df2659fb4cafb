using System.Text;
using System.Text.Json;
using SeoAudit.Client.Bulk;
using SeoAudit.Client.Bulk.Journal;

namespace SeoAudit.Client.Tests.Bulk.Journal;

public sealed class JournalLineTests
{
    [Theory]
    [InlineData("[1]", "A line is an object.")]
    [InlineData("\"t\"", "A line is an object.")]
    [InlineData("7", "A line is an object.")]
    public void A_line_that_is_no_object_is_none(string json, string problem) =>
        Assert.Equal(problem, Assert.Throws<JsonException>(() => Read(json)).Message);

    [Theory]
    [InlineData("{} {}")]
    [InlineData("""{"t":"audited"} 1""")]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"t":"audited" """)]
    public void A_line_that_is_more_or_less_than_one_object_is_none(string json) => Assert.ThrowsAny<JsonException>(() => Read(json));

    [Fact]
    public void What_it_does_not_know_is_passed_over() =>
        Assert.Equal("queued", Read("""{"later":{"t":"no"},"list":[{"t":"no"}],"t":"queued"}""").Kind);

    [Theory]
    [InlineData("""{"service":"SeoPeek","urls":["https://example.com/"]}""", "'SeoPeek' is no service that queues.")]
    [InlineData("""{"service":"Seogent","urls":[]}""", "Nothing was queued.")]
    [InlineData("""{"service":"Seogent"}""", "Nothing was queued.")]
    [InlineData("""{"service":"Seogent","urls":["mailto:a@example.com"]}""", "What was queued is no page.")]
    public void A_batch_that_cannot_have_been_queued_is_refused(string json, string problem) =>
        Assert.Equal(problem, Assert.Throws<FormatException>(() => Read(json).ToOperation()).Message);

    [Theory]
    [InlineData("""{"t":"audited"}""")]
    [InlineData("""{"t":"audited","audits":{}}""")]
    [InlineData("{}")]
    public void A_line_without_an_outcome_has_none(string json)
    {
        var url = new Uri("https://example.com/");

        JsonException error = Assert.Throws<JsonException>(() => JournalOutcome.Read(Encoding.UTF8.GetBytes(json), new BulkItem(url, url, 0)));

        Assert.Equal("The line has no outcome.", error.Message);
    }

    [Fact]
    public void An_outcome_is_found_behind_what_is_not_known()
    {
        var url = new Uri("https://example.com/");
        byte[] line = """{"later":{"error":1},"error":{"kind":"quota","message":"Used up."}}"""u8.ToArray();

        PageAuditOutcome outcome = JournalOutcome.Read(line, new BulkItem(url, url, 4));

        Assert.IsType<SeoAuditQuotaException>(outcome.Error);
        Assert.Equal((4, "Used up.", OutcomeOrigin.Journal), (outcome.Index, outcome.Error.Message, outcome.Origin));
    }

    private static JournalLine Read(string json) => JournalLine.Read(Encoding.UTF8.GetBytes(json));
}
