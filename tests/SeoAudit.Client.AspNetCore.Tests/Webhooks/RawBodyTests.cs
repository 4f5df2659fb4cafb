using System.Text;
using SeoAudit.Client.AspNetCore.Tests.Support;

namespace SeoAudit.Client.AspNetCore.Tests.Webhooks;

/// <summary>A webhook is checked by its secret and taken by its scan's id; how its body is written, and what else is in it, decides nothing.</summary>
public sealed class RawBodyTests
{
    private const string Thread = "Thread";

    [Theory]
    [InlineData("{\n  \"scan_id\": \"ID\"\n}\n")]
    [InlineData("{\r\n  \"scan_id\": \"ID\"\r\n}\r\n")]
    [InlineData("\ufeff{\"scan_id\":\"ID\"}")]
    [InlineData("{ \"new\" : \"\\u00e9\u00e9\" , \"scan\\u005fid\" : \"ID\" }")]
    [Trait(Thread, "stripe/stripe-dotnet#1853")]
    public async Task A_body_is_read_as_it_came_however_it_was_written(string body)
    {
        await using WebhookApp app = await WebhookApp.StartAsync();
        string id = await app.CompletedScanAsync();

        using HttpResponseMessage answer = await app.PostAsync(body.Replace("ID", id, StringComparison.Ordinal));

        Assert.Equal((200, id), ((int)answer.StatusCode, (await app.HandledAsync()).ScanId));
    }

    [Fact]
    [Trait(Thread, "stripe/stripe-dotnet#1853")]
    public async Task A_body_that_comes_in_pieces_is_read_as_it_came()
    {
        await using WebhookApp app = await WebhookApp.StartAsync();
        string id = await app.CompletedScanAsync();
        using var content = new StreamContent(new Trickle(Encoding.UTF8.GetBytes($$"""{"scan_id":"{{id}}"}""")));
        content.Headers.ContentType = new("application/json");

        using HttpResponseMessage answer = await app.PostAsync(content);

        Assert.Equal((200, id), ((int)answer.StatusCode, (await app.HandledAsync()).ScanId));
    }

    [Fact]
    [Trait(Thread, "stripe/stripe-dotnet#1869")]
    public async Task A_secret_is_checked_and_a_scan_is_known_without_the_results_being_parsed()
    {
        await using WebhookApp app = await WebhookApp.StartAsync();
        string id = await app.CompletedScanAsync();
        string body = $$$"""{"scan_id":"{{{id}}}","status":7,"results":{"data":"of a later version"}}""";

        using HttpResponseMessage refused = await app.PostAsync(body, "?secret=wrong");
        using HttpResponseMessage taken = await app.PostAsync(body);

        Assert.Equal((404, 200), ((int)refused.StatusCode, (int)taken.StatusCode));
        Assert.Equal(id, (await app.HandledAsync()).ScanId);
    }

    // Of a length that nobody knows, so that it is sent in chunks.
    private sealed class Trickle(byte[] content) : MemoryStream(content, writable: false)
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, 5)], cancellationToken);
    }
}
