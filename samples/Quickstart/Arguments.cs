using System.Diagnostics.CodeAnalysis;

namespace Quickstart;

/// <summary>What to audit: the demo site, a sitemap, or one page.</summary>
internal sealed record Arguments(Uri? Sitemap, Uri? Page)
{
    public const string Usage =
        """
        Usage: Quickstart [--sitemap URL | --url URL]
          no option      audits a small site that the program serves itself
          --sitemap URL  audits the pages that a sitemap names, and scans its site
          --url URL      audits one page
        The services are emulated, unless SeoAudit__SeoPeek__ApiKey, SeoAudit__Seogent__ApiToken or
        SeoAudit__MetricSpot__ApiKey is set and a URL is given.
        """;

    public static bool AsksForHelp(string[] args) => args is ["--help" or "-h" or "-?"];

    public static bool TryParse(
        string[] args, [NotNullWhen(true)] out Arguments? arguments, [NotNullWhen(false)] out string? problem)
    {
        arguments = args switch
        {
            [] => new Arguments(null, null),
            ["--sitemap", var url] when IsAddress(url, out Uri? address) => new Arguments(address, null),
            ["--url", var url] when IsAddress(url, out Uri? address) => new Arguments(null, address),
            _ => null,
        };
        problem = arguments is not null ? null : args switch
        {
            ["--sitemap" or "--url"] => $"{args[0]} needs a URL.",
            ["--sitemap" or "--url", var text] => $"Not an absolute http or https URL: {text}",
            _ => $"Not understood: {string.Join(' ', args)}",
        };
        return arguments is not null;
    }

    private static bool IsAddress(string text, [NotNullWhen(true)] out Uri? address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
}
