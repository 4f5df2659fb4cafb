using System.Globalization;
using System.Net;
using System.Text;

namespace SeoAudit.Client.Benchmarks;

/// <summary>A site with an index of as many full sitemaps as its URLs need, made while it is read.</summary>
internal sealed class GeneratedSite(int urls) : HttpMessageHandler
{
    private const int UrlsASitemap = 50_000;

    public static Uri Index { get; } = new("https://www.example.com/index.xml");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(
        new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = request.RequestUri == Index ? new StringContent(IndexText()) : new StreamContent(Sitemap(request.RequestUri!)),
            RequestMessage = request,
        });

    private string IndexText()
    {
        var text = new StringBuilder("<sitemapindex>");
        for (var first = 0; first < urls; first += UrlsASitemap)
        {
            text.Append(CultureInfo.InvariantCulture, $"<sitemap><loc>/{first}</loc></sitemap>");
        }

        return text.Append("</sitemapindex>").ToString();
    }

    private GeneratedSitemap Sitemap(Uri address)
    {
        int first = int.Parse(address.AbsolutePath.AsSpan(1), CultureInfo.InvariantCulture);
        return new GeneratedSitemap(first, Math.Min(UrlsASitemap, urls - first));
    }
}
