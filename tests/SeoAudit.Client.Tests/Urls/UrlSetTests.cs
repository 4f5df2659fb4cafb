using SeoAudit.Client.Urls;

namespace SeoAudit.Client.Tests.Urls;

public sealed class UrlSetTests
{
    [Fact]
    public void It_agrees_with_a_set_of_the_texts()
    {
        const int Urls = 300_000;
        var random = new Random(42);
        string[] urls = [.. Enumerable.Range(0, Urls).Select(_ => $"https://example.com/{random.Next(Urls)}?page={random.Next(2)}")];
        var oracle = new HashSet<string>(StringComparer.Ordinal);
        var set = new UrlSet();

        Assert.DoesNotContain(urls, url => oracle.Add(url) != set.Add(url));
        Assert.DoesNotContain(urls, set.Add);
        Assert.Equal(oracle.Count, set.Count);
        Assert.InRange(oracle.Count, Urls / 2, Urls - 1);
    }

    [Fact]
    public void A_million_urls_take_less_than_40_megabytes_at_any_time()
    {
        const int Urls = 1_000_000;
        const int Step = 10_000;
        var set = new UrlSet();
        long before = set.AllocatedBytes;
        for (var url = 1; url <= Urls; url++)
        {
            Assert.True(set.Add($"https://www.example.com/some/path/page-{url}"));
            if (url % Step == 0)
            {
                long now = set.AllocatedBytes;
                Assert.InRange(now, before, 40_000_000);
                before = now;
            }
        }

        Assert.Equal(Urls, set.Count);
        Assert.InRange(before, 16L * Urls, 40_000_000);
    }

    [Fact]
    public void Asking_again_allocates_nothing()
    {
        const string Url = "https://example.com/caf%C3%A9";
        var set = new UrlSet();
        Assert.True(set.Add(Url));
        Assert.False(set.Add(Url));

        long before = GC.GetAllocatedBytesForCurrentThread();
        set.Add(Url);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Keys_that_were_made_to_collide_cost_memory_within_bounds()
    {
        var set = new UrlSet();
        UrlKey[] keys = [.. Enumerable.Range(1, 2_000).Select(static number => new UrlKey(0xABCD_EF01_2345_6789, (ulong)number))];

        Assert.All(keys, key => Assert.True(set.Add(key)));
        Assert.All(keys, key => Assert.False(set.Add(key)));
        Assert.Equal(keys.Length, set.Count);
        Assert.InRange(set.AllocatedBytes, 0, 10_000_000);
    }
}
