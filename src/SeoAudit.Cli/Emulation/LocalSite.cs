using SeoAudit.Cli.CommandLine;
using SeoAudit.Cli.Terminal;

namespace SeoAudit.Cli.Emulation;

/// <summary>A development or preview server, whose sitemap often names the pages of the live site already.</summary>
internal sealed class LocalSite(Uri address, Screen screen)
{
    private readonly Uri _root = new(address, "/");
    private bool _isTold;

    /// <summary>Whether the text names a folder to serve.</summary>
    /// <exception cref="UsageException">It does, but only with <c>--local</c> can it be audited.</exception>
    public static bool IsFolder(string text, bool local)
    {
        if (text.Contains("://", StringComparison.Ordinal) || !Directory.Exists(text))
        {
            return false;
        }

        return local ? true : throw new UsageException($"{text} is a folder: add --local to serve and audit it on this machine.");
    }

    /// <summary>The same page on the server.</summary>
    public Uri Move(Uri page)
    {
        // Another port of this machine is meant as it is written.
        if (!page.IsAbsoluteUri || (page.IsLoopback && _root.IsLoopback)
            || Uri.Compare(page, _root, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0)
        {
            return page;
        }

        if (!_isTold)
        {
            _isTold = true;
            screen.Note($"Pages of {page.Host} are audited at {_root}");
        }

        return new Uri(_root, page.PathAndQuery);
    }
}
