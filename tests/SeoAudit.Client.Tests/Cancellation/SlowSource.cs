using System.Runtime.CompilerServices;
using System.Text;

namespace SeoAudit.Client.Tests.Cancellation;

/// <summary>What a caller hands in and the SDK reads, a second an item.</summary>
internal static class SlowSource
{
    private const string Sitemap =
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>https://example.com/a</loc></url>"
        + "<url><loc>https://example.com/b</loc></url></urlset>";

    public static async IAsyncEnumerable<T> Of<T>(TimeProvider time, T[] items, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (T item in items)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), time, cancellationToken);
            yield return item;
        }
    }

    public static Stream OfWebhook(TimeProvider time) => new SlowStream("""{"scan_id":"12345"}"""u8.ToArray(), time);

    public static Stream OfSitemap(TimeProvider time) => new SlowStream(Encoding.UTF8.GetBytes(Sitemap), time);
}
