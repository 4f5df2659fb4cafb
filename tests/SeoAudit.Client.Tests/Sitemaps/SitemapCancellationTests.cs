using System.Text;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Sitemaps;

public sealed class SitemapCancellationTests
{
    private static readonly Uri Address = new("https://example.com/sitemap.xml");

    [Fact]
    public async Task A_reading_that_is_cancelled_before_it_begins_asks_for_nothing()
    {
        using SitemapSite site = new SitemapSite().With("/sitemap.xml", SitemapSite.UrlSet("/1"));
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        await CancelledAsync(TestClient.Create(site.Handler).ReadSitemapAsync(Address, cancellation.Token), cancellation.Token);
        await CancelledAsync(TestClient.Create(site.Handler).ReadSitemapAsync(new MemoryStream(), cancellationToken: cancellation.Token), cancellation.Token);

        Assert.Empty(site.Asked);
    }

    [Theory]
    [InlineData("https://example.com/sitemap.xml")]
    [InlineData("https://example.com/")]
    public async Task Cancelling_ends_the_wait_for_an_answer(string address)
    {
        using var cancellation = new CancellationTokenSource();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var handler = new ScriptedHandler(async (_, stop) =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, stop);
            throw new InvalidOperationException();
        });
        Task reading = CancelledAsync(TestClient.Create(handler).ReadSitemapAsync(new Uri(address), cancellation.Token), cancellation.Token);

        await asked.Task;
        await cancellation.CancelAsync();

        await reading;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancelling_ends_the_reading_although_entries_are_at_hand(bool isStream)
    {
        byte[] content = Encoding.UTF8.GetBytes(SitemapSite.UrlSet("/1", "/2"));
        using SitemapSite site = new SitemapSite().With("/sitemap.xml", () => new ByteArrayContent(content));
        using var cancellation = new CancellationTokenSource();
        ISeoAuditClient client = TestClient.Create(site.Handler);
        IAsyncEnumerable<SitemapEntry> entries = isStream
            ? client.ReadSitemapAsync(new MemoryStream(content), cancellationToken: cancellation.Token)
            : client.ReadSitemapAsync(Address, cancellation.Token);
        var read = 0;

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (SitemapEntry entry in entries)
            {
                Assert.Equal("/1", entry.Location.AbsolutePath);
                read++;
                await cancellation.CancelAsync();
            }
        });

        Assert.Equal((1, cancellation.Token), (read, exception.CancellationToken));
    }

    [Fact]
    public async Task Cancelling_between_two_sitemaps_asks_for_no_more()
    {
        using SitemapSite site = new SitemapSite()
            .With("/sitemap.xml", SitemapSite.Index("/a.xml", "/b.xml"))
            .With("/a.xml", SitemapSite.UrlSet("/1"))
            .With("/b.xml", SitemapSite.UrlSet("/2"));
        using var cancellation = new CancellationTokenSource();
        await using IAsyncEnumerator<SitemapEntry> entries =
            TestClient.Create(site.Handler).ReadSitemapAsync(Address, cancellation.Token).GetAsyncEnumerator(TestContext.Current.CancellationToken);

        Assert.True(await entries.MoveNextAsync());
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await entries.MoveNextAsync());
        Assert.Equal(2, site.Asked.Count());
    }

    [Fact]
    public async Task A_callers_stream_that_fails_is_an_sdk_exception_after_its_entries()
    {
        var entries = new List<SitemapEntry>();
        using var stream = new FailingStream("<urlset><url><loc>https://example.com/1</loc></url>");

        var exception = await Assert.ThrowsAsync<SeoAuditException>(() => SitemapSite.ReadAsync(stream, into: entries));

        Assert.IsType<IOException>(exception.InnerException);
        Assert.Single(entries);
    }

    private static async Task CancelledAsync(IAsyncEnumerable<SitemapEntry> entries, CancellationToken token)
    {
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (SitemapEntry entry in entries)
            {
                Assert.Fail($"{entry}");
            }
        });
        Assert.Equal(token, exception.CancellationToken);
    }

    private sealed class FailingStream(string content) : MemoryStream(Encoding.UTF8.GetBytes(content))
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read : throw new IOException("gone");
    }
}
