using System.Text;
using SeoAudit.Emulator.Auditing;
using SeoAudit.Emulator.Auditing.Fetching;

namespace SeoAudit.Emulator.Tests.Auditing;

/// <summary>A page that passes every check, for tests to spoil.</summary>
internal static class SamplePage
{
    public const string Url = "https://shop.test/garden-tools";

    public static readonly string Html = $$"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <title>Garden tools that last a lifetime of work</title>
        <meta name="description" content="Spades, forks and rakes made of forged steel and ash wood, repaired free of charge for as long as you dig.">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta property="og:title" content="Garden tools">
        <meta property="og:description" content="Spades, forks and rakes">
        <meta property="og:image" content="https://shop.test/spade.jpg">
        <meta name="twitter:card" content="summary">
        <link rel="canonical" href="https://shop.test/garden-tools">
        <link rel="icon" href="/favicon.ico">
        <script type="application/ld+json">{"@context":"https://schema.org","@type":"Store","name":"Shop"}</script>
        </head>
        <body>
        <main>
        <h1>Garden tools</h1>
        <h2>Spades</h2>
        <p>{{string.Join(' ', Enumerable.Repeat("soil", 320))}}</p>
        <img src="/spade.jpg" alt="A spade">
        <a href="/spades">All spades</a>
        <a href="https://soil.test/">About soil</a>
        </main>
        </body>
        </html>
        """;

    public static FetchedPage Fetched(string html, string url = Url, FetchedResource? response = null) =>
        new((response ?? Response()) with { RequestedUrl = new Uri(url), FinalUrl = new Uri(url), Body = Encoding.UTF8.GetBytes(html) }, html);

    public static FetchedResource Response() => new()
    {
        RequestedUrl = new Uri(Url),
        FinalUrl = new Uri(Url),
        StatusCode = 200,
        MediaType = "text/html",
        TimeToFirstByte = TimeSpan.FromSeconds(0.1),
        LoadTime = TimeSpan.FromSeconds(0.2),
    };

    public static PageAnalysis Audit(string html, string url = Url, FetchedResource? response = null) =>
        PageAnalyzer.Audit(Fetched(html, url, response));

    public static string With(string part, string instead)
    {
        Assert.Contains(part, Html, StringComparison.Ordinal);
        return Html.Replace(part, instead, StringComparison.Ordinal);
    }
}
