using System.Text;
using System.Text.Json;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Complaints;
using SeoAudit.Client.Tests.Seogent;

namespace SeoAudit.Client.Tests.Webhooks;

public sealed class SeogentWebhookTests
{
    private const string NotJson = "The body of the webhook is not JSON.";
    private const string NoId = "The body of the webhook has a member 'scan_id' that is no id.";

    public static TheoryData<string, string> Faults => new()
    {
        { "", NotJson },
        { "{", NotJson },
        { """{"scan_id":"a"} x""", NotJson },
        { """{"scan_id":"a",}""", NotJson },
        { "{\"scan_id\":\"\\ud800\"}", NotJson },
        { $$"""{"scan_id":"a","x":{{new string('[', 64)}}{{new string(']', 64)}}}""", NotJson },
        { "null", "The body of the webhook is not a JSON object." },
        { "[]", "The body of the webhook is not a JSON object." },
        { "\"scan_id\"", "The body of the webhook is not a JSON object." },
        { "{}", "The body of the webhook names no scan." },
        { """{"results":{"scan_id":"a"}}""", "The body of the webhook names no scan." },
        { """{"SCAN_ID":"a"}""", "The body of the webhook names no scan." },
        { """{"scan_id":"a","scan_id":"b"}""", "The body of the webhook has two members 'scan_id'." },
        { """{"scan_id":"a","scan\u005fid":"b"}""", "The body of the webhook has two members 'scan_id'." },
        { """{"scan_id":null}""", NoId },
        { """{"scan_id":1}""", NoId },
        { """{"scan_id":["a"]}""", NoId },
        { """{"scan_id":""}""", NoId },
        { """{"scan_id":"../credits"}""", NoId },
        { """{"scan_id":"a/b"}""", NoId },
        { """{"scan_id":"a?b"}""", NoId },
        { """{"scan_id":".."}""", NoId },
        { $$"""{"scan_id":"{{new string('a', 201)}}"}""", NoId },
    };

    [Fact]
    public void The_documented_sample_is_read()
    {
        SeogentWebhook webhook = SeogentWebhook.Parse(Encoding.UTF8.GetBytes(SeogentSamples.Results));

        Assert.Equal(SeogentSamples.Id, webhook.ScanId);
        Assert.Equal((ScanStatus.Completed, 74d, "https://example.com/"), (webhook.Claims.Status, webhook.Claims.AverageScore, Assert.Single(webhook.Claims.Results.Data).Url));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task What_is_no_webhook_is_refused_however_it_is_read(string body, string message)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body);

        var whole = Assert.Throws<SeoAuditWebhookException>(() => SeogentWebhook.Parse(bytes));
        var streamed = await Assert.ThrowsAsync<SeoAuditWebhookException>(() =>
            SeogentWebhook.ReadScanIdAsync(new PieceStream(bytes, 1), cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal((message, AuditService.Seogent, false), (whole.Message, whole.Service, whole.IsTooLong));
        Assert.Equal(whole.Message, streamed.Message);
    }

    [Fact]
    public void Results_that_are_not_of_the_documented_form_are_refused_and_the_message_says_where()
    {
        var exception = Assert.Throws<SeoAuditWebhookException>(() => SeogentWebhook.Parse("""{"scan_id":"a","results":{"data":7}}"""u8));

        Assert.Equal("The body of the webhook cannot be read at '$.results.data'.", exception.Message);
        Assert.IsType<JsonException>(exception.InnerException);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    public async Task The_id_is_found_in_whatever_pieces_the_body_comes(int piece)
    {
        byte[] body = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(SeogentSamples.Results)];

        string id = await SeogentWebhook.ReadScanIdAsync(new PieceStream(body, piece), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal((SeogentSamples.Id, SeogentSamples.Id), (id, SeogentWebhook.Parse(body).ScanId));
    }

    // SEOgent signs none; what the others compare with a signature is here what the id is taken from.
    [Theory]
    [InlineData("{\n  \"scan_id\": \"a\"\n}\n")]
    [InlineData("{\r\n  \"scan_id\": \"a\"\r\n}\r\n")]
    [InlineData("\ufeff{\"scan_id\":\"a\"}")]
    [InlineData(" \t{\"scan\\u005fid\":\"\\u0061\"} ")]
    [InlineData("{\"average_score\":1e2,\"scan_id\":\"a\",\"new\":\"\\ud83d\\ude00\"}")]
    [Trait(ComplaintListTests.Thread, "stripe/stripe-dotnet#1853")]
    public async Task The_bytes_are_read_as_they_came_however_they_were_written(string body)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body);

        string id = await SeogentWebhook.ReadScanIdAsync(new MemoryStream(bytes), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(("a", "a"), (id, SeogentWebhook.Parse(bytes).ScanId));
    }

    [Fact]
    [Trait(ComplaintListTests.Thread, "stripe/stripe-dotnet#1869")]
    public async Task The_scan_is_known_without_its_results_being_parsed()
    {
        const string Body = """{"scan_id":"a","status":7,"results":{"data":"of a later version"}}""";

        Assert.Throws<SeoAuditWebhookException>(static () => SeogentWebhook.Parse(Encoding.UTF8.GetBytes(Body)));

        Assert.Equal("a", await ReadAsync(Body));
    }

    [Fact]
    public async Task An_id_that_comes_last_is_found_too() =>
        Assert.Equal("z", await ReadAsync($$"""{"a":"{{new string('x', 100_000)}}","b":[{"scan_id":"q"}],"scan_id":"z"}"""));

    [Fact]
    public async Task What_is_longer_than_allowed_is_not_read_on()
    {
        var endless = new EndlessResults(long.MaxValue);

        var exception = await Assert.ThrowsAsync<SeoAuditWebhookException>(() =>
            SeogentWebhook.ReadScanIdAsync(endless, maxLength: 1_000_000, TestContext.Current.CancellationToken));

        Assert.True(exception.IsTooLong);
        Assert.Equal("The body of the webhook is longer than 1000000 bytes.", exception.Message);
        Assert.InRange(endless.Given, 1_000_000, 2_000_000);
    }

    [Fact]
    public async Task A_body_may_be_exactly_as_long_as_allowed()
    {
        const string Body = """{"scan_id":"a"}""";

        Assert.Equal("a", await ReadAsync(Body, Body.Length));
        await Assert.ThrowsAsync<SeoAuditWebhookException>(() => ReadAsync(Body, Body.Length - 1));
    }

    [Fact]
    public async Task A_value_of_a_mebibyte_or_more_is_refused()
    {
        Assert.Equal("a", await ReadAsync($$"""{"scan_id":"a","x":"{{new string('x', 1_000_000)}}"}"""));

        var exception = await Assert.ThrowsAsync<SeoAuditWebhookException>(() => ReadAsync($$"""{"scan_id":"a","x":"{{new string('x', 3_000_000)}}"}"""));

        Assert.Equal("The body of the webhook holds a single value of more than 1048576 bytes.", exception.Message);
    }

    [Fact]
    public async Task A_body_of_64_MiB_is_never_held()
    {
        var body = new EndlessResults(SeogentWebhook.MaxLength);
        await SeogentWebhook.ReadScanIdAsync(new EndlessResults(100_000), cancellationToken: TestContext.Current.CancellationToken);
        long before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal("big", await SeogentWebhook.ReadScanIdAsync(body, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(SeogentWebhook.MaxLength, body.Given);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public async Task What_the_stream_throws_comes_out_as_it_is() =>
        await Assert.ThrowsAsync<IOException>(() => SeogentWebhook.ReadScanIdAsync(new BrokenStream(), cancellationToken: TestContext.Current.CancellationToken));

    [Fact]
    public async Task Arguments_are_checked()
    {
        await Assert.ThrowsAsync<ArgumentNullException>("body", static () => SeogentWebhook.ReadScanIdAsync(null!, cancellationToken: TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>("maxLength", static () => SeogentWebhook.ReadScanIdAsync(Stream.Null, 0, TestContext.Current.CancellationToken));
    }

    private static Task<string> ReadAsync(string body, long maxLength = SeogentWebhook.MaxLength) =>
        SeogentWebhook.ReadScanIdAsync(new MemoryStream(Encoding.UTF8.GetBytes(body)), maxLength, TestContext.Current.CancellationToken);

    private sealed class PieceStream(byte[] content, int piece) : MemoryStream(content, writable: false)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, piece)], cancellationToken);
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("The network is gone.");
    }
}
