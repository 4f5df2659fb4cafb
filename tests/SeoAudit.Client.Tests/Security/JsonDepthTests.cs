using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using SeoAudit.Client.Bulk.Journal;
using SeoAudit.Client.Jobs;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.SeoPeek;
using SeoAudit.Client.Storage;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Security;

public sealed class JsonDepthTests
{
    private const int MaxDepth = 64;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_context_says_how_deep_it_reads()
    {
        JsonSerializerContext[] services = [SeoPeekJsonContext.Default, SeogentJsonContext.Default, MetricSpotJsonContext.Default];

        Assert.All(services, static context => Assert.Equal(MaxDepth, context.Options.MaxDepth));
        Assert.Equal(2 * MaxDepth, StorageJsonContext.Default.Options.MaxDepth);
        Assert.Equal(MaxDepth, JobsJsonContext.Default.Options.MaxDepth);
        Assert.Equal(services.Length + 2, typeof(ISeoAuditClient).Assembly.GetTypes().Count(static type => type.IsAssignableTo(typeof(JsonSerializerContext))));
    }

    [Theory]
    [InlineData(MaxDepth, true)]
    [InlineData(MaxDepth + 1, false)]
    [InlineData(1_000_000, false)]
    public async Task An_answer_may_nest_so_deep_and_no_deeper(int depth, bool read)
    {
        // One level is the answer's own; unknown members, findings' data and values of checks are where depth may come from.
        string deep = Nested(depth - 1);
        foreach (string json in new[]
        {
            $$"""{"url":"u","score":1,"balance":1,"audit":{"id":1,"url":"u","status":"queued"},"unknown":{{deep}}}""",
            $$"""{"unknown":{{deep}},"url":"u","score":"1","balance":1,"audit":{"id":1,"url":"u","status":"queued"} }""",
        })
        {
            using var handler = new ScriptedHandler(_ => ScriptedHandler.Json(json));
            ISeoAuditClient client = TestClient.Create(handler);
            foreach (Func<Task> call in (Func<Task>[])
            [
                () => client.SeoPeek.AuditAsync(new Uri("https://example.com/"), Stop),
                () => client.Seogent.GetCreditsAsync(Stop),
                () => client.MetricSpot.GetAuditAsync("1", Stop),
            ])
            {
                Exception? exception = await Record.ExceptionAsync(call);

                Assert.True(exception is SeoAuditResponseException == !read, $"{json[..Math.Min(json.Length, 200)]} {exception}");
            }
        }
    }

    [Theory]
    [InlineData(MaxDepth, "said")]
    [InlineData(MaxDepth + 1, null)]
    public async Task An_error_may_nest_so_deep_too(int depth, string? message)
    {
        using var handler = new ScriptedHandler(_ => ScriptedHandler.Json($$"""{"message":"said","errors":{{Nested(depth - 1)}}}""", HttpStatusCode.BadRequest));

        var exception = await Assert.ThrowsAsync<SeoAuditValidationException>(() => TestClient.Create(handler).Seogent.GetCreditsAsync(Stop));

        Assert.Equal(message, exception.ServiceMessage);
    }

    [Theory]
    [InlineData(2 * MaxDepth, true)]
    [InlineData((2 * MaxDepth) + 1, false)]
    [InlineData(1_000_000, false)]
    public void What_is_stored_may_nest_twice_as_deep(int depth, bool read)
    {
        byte[] json = Encoding.UTF8.GetBytes($$"""{"url":"https://example.com/","service":"SeoPeek","score":1,"checks":[],"message":"m","unknown":{{Nested(depth - 1)}}}""");

        Assert.Equal(read, Reads(() => JournalLine.Read(json)));
        Assert.Equal(read, Reads(() =>
        {
            var reader = new Utf8JsonReader(json, StoredAudit.ReaderOptions);
            StoredAudit.Read(ref reader);
        }));
        Assert.Equal(read, Reads(() =>
        {
            var reader = new Utf8JsonReader(json, StoredAudit.ReaderOptions);
            StoredError.Read(ref reader);
        }));
    }

    // Anything but a JsonException fails the test.
    private static bool Reads(Action read)
    {
        try
        {
            read();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);
}
