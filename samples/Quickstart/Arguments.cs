using System.Diagnostics.CodeAnalysis;

namespace Quickstart;

/// <summary>What to audit: the demo site, a sitemap, or one page.</summary>
internal sealed record Arguments(Uri? Sitemap, Uri? Page)
{
    public const string Usage = "Usage: Quickstart [--sitemap URL | --url URL]";

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
        problem = arguments is null ? $"Not understood: {string.Join(' ', args)}" : null;
        return arguments is not null;
    }

    private static bool IsAddress(string text, [NotNullWhen(true)] out Uri? address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
}
