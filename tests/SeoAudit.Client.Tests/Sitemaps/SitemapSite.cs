using System.IO.Compression;
using System.Net;
using System.Text;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Sitemaps;

/// <summary>A site of files by path; what it has not got is a 404.</summary>
internal sealed class SitemapSite : IDisposable
{
    private readonly Dictionary<string, Func<HttpContent>> _files = new(StringComparer.Ordinal);

    public SitemapSite() => Handler = new ScriptedHandler(request =>
        _files.TryGetValue(request.RequestUri!.AbsoluteUri, out Func<HttpContent>? file)
            ? new HttpResponseMessage { Content = file() }
            : new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new StringContent("no") });

    public ScriptedHandler Handler { get; }

    public IEnumerable<string> Asked => Handler.Requests.Select(static request => request.Url.AbsoluteUri);

    public static byte[] Gzip(string text) => Gzip(Encoding.UTF8.GetBytes(text));

    public static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }

    public static string UrlSet(params IEnumerable<string> paths) =>
        $"<urlset>{string.Concat(paths.Select(static path => $"<url><loc>https://example.com{path}</loc></url>"))}</urlset>";

    public static string Index(params IEnumerable<string> sitemaps) =>
        $"<sitemapindex>{string.Concat(sitemaps.Select(static sitemap => $"<sitemap><loc>{sitemap}</loc></sitemap>"))}</sitemapindex>";

    public SitemapSite With(string address, string text) => With(address, () => new StringContent(text));

    public SitemapSite With(string address, Func<HttpContent> content)
    {
        _files[new Uri(new Uri("https://example.com"), address).AbsoluteUri] = content;
        return this;
    }

    public Task<List<SitemapEntry>> ReadAsync(string address = "/sitemap.xml", SitemapOptions? options = null, List<SitemapEntry>? into = null) =>
        ReadAsync(
            TestClient.Create(Handler).ReadSitemapAsync(new Uri(new Uri("https://example.com"), address), options, TestContext.Current.CancellationToken),
            into);

    public static Task<List<SitemapEntry>> ReadAsync(byte[] content, SitemapOptions? options = null, List<SitemapEntry>? into = null) =>
        ReadAsync(new MemoryStream(content), options, into);

    public static async Task<List<SitemapEntry>> ReadAsync(Stream content, SitemapOptions? options = null, List<SitemapEntry>? into = null)
    {
        using var handler = new ScriptedHandler(static request => throw new InvalidOperationException($"{request.RequestUri} was asked for."));
        return await ReadAsync(TestClient.Create(handler).ReadSitemapAsync(content, options, TestContext.Current.CancellationToken), into);
    }

    public static IEnumerable<string> Paths(IEnumerable<SitemapEntry> entries) => entries.Select(static entry => entry.Location.AbsolutePath);

    public void Dispose() => Handler.Dispose();

    private static async Task<List<SitemapEntry>> ReadAsync(IAsyncEnumerable<SitemapEntry> entries, List<SitemapEntry>? into)
    {
        into ??= [];
        await foreach (SitemapEntry entry in entries)
        {
            into.Add(entry);
        }

        return into;
    }
}
