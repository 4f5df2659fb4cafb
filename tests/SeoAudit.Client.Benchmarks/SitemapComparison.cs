using System.Diagnostics;
using System.Globalization;
using System.Xml;
using Microsoft.Extensions.DependencyInjection;

namespace SeoAudit.Client.Benchmarks;

/// <summary>
/// A sitemap from memory: the SDK beside a bare <see cref="XmlReader"/> loop that only takes the addresses' text, in turns, as a ratio;
/// and the memory that a million URLs take beside ten thousand.
/// </summary>
internal static class SitemapComparison
{
    private const int Entries = 200_000;

    public static async Task RunAsync(int rounds)
    {
        byte[] sitemap = GeneratedSitemap.Bytes(Entries);
        double megabytes = sitemap.Length / 1e6;
        using SeoAuditClient client = SeoAuditClient.Create(new SeoAuditOptions());
        await RawAsync(sitemap);
        await SdkAsync(client, sitemap);
        var ratios = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            double raw = megabytes / await RawAsync(sitemap);
            double sdk = megabytes / await SdkAsync(client, sitemap);
            ratios.Add(sdk / raw);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"round {round + 1}: bare XmlReader {raw:0.0} MB per CPU second, SDK {sdk:0.0}, ratio {sdk / raw:0.00}"));
        }

        ratios.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"SDK / bare: median {ratios[ratios.Count / 2]:0.00} ({ratios[0]:0.00} to {ratios[^1]:0.00})"));

        await MemoryAsync(10_000);
        (long small, _) = await MemoryAsync(10_000);
        (long large, double seconds) = await MemoryAsync(1_000_000);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"live managed memory while reading an index: 10,000 URLs {small / 1024.0:0} KiB, 1,000,000 URLs {large / 1024.0:0} KiB, in {seconds:0.0} s"));
    }

    private static async Task<double> RawAsync(byte[] sitemap)
    {
        TimeSpan started = Environment.CpuUsage.TotalTime;
        var locations = 0;
        var settings = new XmlReaderSettings { Async = true, IgnoreWhitespace = true };
        using XmlReader reader = XmlReader.Create(new MemoryStream(sitemap), settings);
        while (await reader.ReadAsync())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "loc" } && await reader.ReadAsync())
            {
                locations += (await reader.GetValueAsync()).Length > 0 ? 1 : 0;
            }
        }

        return Used(started, locations);
    }

    private static async Task<double> SdkAsync(SeoAuditClient client, byte[] sitemap)
    {
        TimeSpan started = Environment.CpuUsage.TotalTime;
        var locations = 0;
        await foreach (SitemapEntry entry in client.ReadSitemapAsync(new MemoryStream(sitemap), new SitemapOptions { MaxUrlsPerSitemap = Entries }))
        {
            locations += entry.Location.IsAbsoluteUri ? 1 : 0;
        }

        return Used(started, locations);
    }

    // The most that is alive at any of twenty looks, above what was before.
    private static async Task<(long Bytes, double Seconds)> MemoryAsync(int urls)
    {
        await using ServiceProvider provider = Provider(urls);
        var client = provider.GetRequiredService<ISeoAuditClient>();
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long started = Stopwatch.GetTimestamp();
        long most = 0;
        var read = 0;
        await foreach (SitemapEntry entry in client.ReadSitemapAsync(GeneratedSite.Index))
        {
            if (++read % (urls / 20) == 0)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
                GC.KeepAlive(entry);
            }
        }

        return (most, Took(started, read, urls));
    }

    private static ServiceProvider Provider(int urls)
    {
        var services = new ServiceCollection();
        services.AddSeoAudit().Public.ConfigurePrimaryHttpMessageHandler(() => new GeneratedSite(urls));
        return services.BuildServiceProvider();
    }

    // Of the processor, so that other processes on the machine do not show.
    private static double Used(TimeSpan started, int read) => read == Entries
        ? (Environment.CpuUsage.TotalTime - started).TotalSeconds
        : throw new InvalidOperationException($"Only {read} of {Entries} entries were read.");

    private static double Took(long started, int read, int expected) => read == expected
        ? Stopwatch.GetElapsedTime(started).TotalSeconds
        : throw new InvalidOperationException($"Only {read} of {expected} entries were read.");
}
