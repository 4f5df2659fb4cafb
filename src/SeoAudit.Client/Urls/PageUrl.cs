using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using SeoAudit.Client.Validation;

namespace SeoAudit.Client.Urls;

/// <summary>The one spelling of a page's address: what is compared, stored and sent.</summary>
/// <remarks>
/// <para>
/// RFC 3986, section 6.2.2 and 6.2.3, on top of what <see cref="Uri"/> reads. Scheme and host are in lower case, the host in
/// punycode, an address in its usual form and without a zone; a default port, a fragment, an empty user name and dot segments
/// (<c>%2e</c> too) are gone; an empty path is <c>/</c>. Escapes are in upper case; those of unreserved characters are decoded.
/// What RFC 3986 has no place for (spaces, <c>"&lt;&gt;^`{|}</c>, controls, all that is not ASCII) is escaped as UTF-8, and so is
/// a <c>%</c> that starts no escape. In a path <c>\</c> is <c>/</c>, as <see cref="Uri"/> and browsers read it; in a query it is
/// <c>%5C</c>.
/// </para>
/// <para>
/// Reserved characters stay as they came, escaped or not (<c>[</c> and <c>]</c> among them), because a server may tell the two
/// apart; so does the query as a whole, even an empty one: <c>/?</c> is not <c>/</c>.
/// </para>
/// <para>
/// Where the app runs in invariant-globalization mode, .NET does not compose international host names: they must be given
/// composed (NFC) or in punycode.
/// </para>
/// </remarks>
internal static class PageUrl
{
    /// <summary>
    /// The longest address, in characters. The sitemap protocol asks for fewer than 2,048 in a <c>loc</c>; 2,048 itself is let
    /// through.
    /// </summary>
    public const int MaxLength = 2_048;

    private static readonly SearchValues<char> AuthorityCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-._:[]");

    private static readonly IdnMapping Idn = new();

    /// <summary>Normalises an address; one that is canonical already is handed back itself.</summary>
    /// <param name="url">The address of a page.</param>
    /// <param name="maxLength">The longest that is let through, in characters of the canonical form.</param>
    /// <param name="name">What to call it in a message.</param>
    /// <returns>
    /// A URL whose <see cref="Uri.AbsoluteUri"/> and <see cref="Uri.OriginalString"/> are the canonical text, which is ASCII. Tell
    /// pages apart by that text: a URL that was read with
    /// <see cref="UriCreationOptions.DangerousDisablePathAndQueryCanonicalization"/> and is canonical equals no other <see cref="Uri"/>.
    /// </returns>
    /// <exception cref="ArgumentNullException">There is none.</exception>
    /// <exception cref="ArgumentException">
    /// It is not absolute, not http or https, carries a user name or password, has a host that is none, or is too long.
    /// </exception>
    public static Uri Normalize(Uri url, int maxLength = MaxLength, [CallerArgumentExpression(nameof(url))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(url, name);
        if (!IsCanonical(url))
        {
            Require.HttpUrl(url, name: name);
            url = Canonical(url, name);
        }

        int length = url.OriginalString.Length;
        return length <= maxLength
            ? url
            : throw Require.Broken(name, string.Create(CultureInfo.InvariantCulture, $"must be at most {maxLength} characters long; it has {length}."));
    }

    /// <summary>Normalises what a service gives as the address of a page.</summary>
    /// <returns>The canonical address; null where the text is none.</returns>
    public static Uri? TryNormalize(string text)
    {
        try
        {
            return UrlText.TryRead(text) is { } url ? Normalize(url, int.MaxValue) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsCanonical(Uri url)
    {
        // Allocates nothing that sending the URL would not: Uri hands out its original text when nothing is to be changed in it.
        string text = url.OriginalString;
        int host = text.StartsWith("https://", StringComparison.Ordinal) ? 8 : text.StartsWith("http://", StringComparison.Ordinal) ? 7 : 0;
        int path = host == 0 ? -1 : text.IndexOf('/', host);
        return path > host
            && !text.AsSpan(host, path - host).ContainsAnyExcept(AuthorityCharacters)
            && PercentEncoding.IsCanonical(text.AsSpan(path))
            && !HasDotSegment(text.AsSpan(path))
            && url.IsAbsoluteUri
            && url.AbsoluteUri == text;
    }

    // Uri removes them, unless it was told to leave the path alone. A name that starts with a dot goes the long way round.
    private static bool HasDotSegment(ReadOnlySpan<char> pathAndQuery) => pathAndQuery.Contains("/.", StringComparison.Ordinal);

    private static Uri Canonical(Uri url, string name)
    {
        // Read again, so that it does not matter with which options the caller's was read.
        Uri plain = Read(url.AbsoluteUri, name);
        if (!Ascii.IsValid(plain.Host))
        {
            // And again, because the translated name may be an address: full-width digits, say.
            plain = Read(Compose(plain, ToAscii(plain.Host, name), plain.PathAndQuery), name);
        }

        string host = plain.Host.ToLowerInvariant();
        if (host.AsSpan().ContainsAnyExcept(AuthorityCharacters))
        {
            throw NoHost(name);
        }

        // What was decoded just now may be a dot segment, which Uri removes: it does not decode what follows a stray %.
        Uri canonical = Read(Compose(plain, host, PercentEncoding.Normalize(plain.PathAndQuery)), name);
        return canonical.AbsoluteUri == canonical.OriginalString ? canonical : Read(canonical.AbsoluteUri, name);
    }

    private static string Compose(Uri url, string host, string pathAndQuery) => url.IsDefaultPort
        ? $"{url.Scheme}://{host}{pathAndQuery}"
        : string.Create(CultureInfo.InvariantCulture, $"{url.Scheme}://{host}:{url.Port}{pathAndQuery}");

    private static string ToAscii(string host, string name)
    {
        try
        {
            return Idn.GetAscii(host.ToLowerInvariant());
        }
        catch (ArgumentException)
        {
            throw NoHost(name);
        }
    }

    private static Uri Read(string text, string name) => UrlText.TryRead(text) ?? throw NoHost(name);

    private static ArgumentException NoHost(string name) => Require.Broken(name, "must have a host that is a valid domain name or address.");
}
