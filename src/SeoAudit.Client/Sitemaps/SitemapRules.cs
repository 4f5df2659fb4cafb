using SeoAudit.Client.Validation;

namespace SeoAudit.Client.Sitemaps;

/// <summary>The allowed values of <see cref="SitemapOptions"/>.</summary>
internal static class SitemapRules
{
    private const int MaxDepthLimit = 10;
    private const int MaxSitemapsLimit = 1_000_000;
    private const int MaxUrlsLimit = 1_000_000_000;
    private const int MaxRatioLimit = 1_032;
    private const long MinBytes = 1024;
    private const long MaxBytes = 1L << 40;

    public static SitemapOptions ForAddress(SitemapOptions? options) =>
        Check(options) is { BaseAddress: null } good
            ? good
            : throw Require.Broken(nameof(SitemapOptions.BaseAddress), "is only for streams; a sitemap's own address is its base.");

    public static SitemapOptions ForStream(Stream content, SitemapOptions? options)
    {
        ArgumentNullException.ThrowIfNull(content);
        return content.CanRead ? Check(options) : throw Require.Broken(nameof(content), "must be a stream that can be read.");
    }

    private static SitemapOptions Check(SitemapOptions? options)
    {
        options ??= new SitemapOptions();
        Require.InRange(options.MaxDepth, 0, MaxDepthLimit, nameof(SitemapOptions.MaxDepth));
        Require.InRange(options.MaxSitemaps, 1, MaxSitemapsLimit, nameof(SitemapOptions.MaxSitemaps));
        Require.InRange(options.MaxUrlsPerSitemap, 1, MaxUrlsLimit, nameof(SitemapOptions.MaxUrlsPerSitemap));
        Require.InRange(options.MaxCompressionRatio, 1, MaxRatioLimit, nameof(SitemapOptions.MaxCompressionRatio));
        if (options.MaxBytesPerSitemap is < MinBytes or > MaxBytes)
        {
            throw Require.Broken(nameof(SitemapOptions.MaxBytesPerSitemap), $"must be between {MinBytes} and {MaxBytes}.");
        }

        if (options.BaseAddress is { } address)
        {
            Require.HttpUrl(address, name: nameof(SitemapOptions.BaseAddress));
        }

        Texts(options.Hosts, nameof(SitemapOptions.Hosts));
        Patterns(options.Include, nameof(SitemapOptions.Include));
        Patterns(options.Exclude, nameof(SitemapOptions.Exclude));
        return options;
    }

    private static void Texts(IReadOnlyList<string> values, string name)
    {
        ArgumentNullException.ThrowIfNull(values, name);
        if (values.Any(string.IsNullOrWhiteSpace))
        {
            throw Require.Broken(name, "must not hold an empty text.");
        }
    }

    // Anything else could never match a path, and would leave out everything without a word.
    private static void Patterns(IReadOnlyList<string> values, string name)
    {
        Texts(values, name);
        if (values.Any(static pattern => pattern[0] is not ('/' or '*')))
        {
            throw Require.Broken(name, "must hold patterns that begin with '/' or '*'.");
        }
    }
}
