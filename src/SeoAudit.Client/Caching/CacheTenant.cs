using System.Buffers;
using SeoAudit.Client.Urls;

namespace SeoAudit.Client.Caching;

/// <summary>Whose audits are cached; no one is ever served another one's.</summary>
internal sealed class CacheTenant
{
    public const string Rule = "must hold 1 to 64 letters, digits, '-', '_' or '.' of ASCII.";

    private const int MaxLength = 64;

    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    private readonly string _segment;

    private CacheTenant(string segment) => _segment = segment;

    /// <summary>The tag of all that this tenant has cached.</summary>
    public string Tag => $"seoaudit:{_segment}";

    /// <summary>A tenant that the app has named.</summary>
    /// <param name="name">A plain name.</param>
    public static CacheTenant Named(string name) => new(name);

    /// <summary>A registration that names no tenant, which is not the tenant of its name.</summary>
    /// <param name="name">Anything; empty for <c>AddSeoAudit()</c>.</param>
    public static CacheTenant OfRegistration(string name) => new(name switch
    {
        "" => "~default",
        _ when IsPlain(name) => $"~.{name}",
        _ => $"~{CacheHash.Of(name)}",
    });

    public static bool IsPlain(string name) => name.Length is > 0 and <= MaxLength && !name.AsSpan().ContainsAnyExcept(Plain);

    /// <summary>The tag of what is cached of a host.</summary>
    /// <param name="site">Any address of that host.</param>
    public string HostTag(Uri site) => $"{Tag}:{UrlText.HostOf(site)}";

    /// <summary>Short whatever the URL is, because a cache refuses long keys, and with nothing secret in it.</summary>
    public string Key(in AuditCacheKey audit)
    {
        string options = (audit.Performance, audit.Accessibility) switch
        {
            (true, true) => "pa",
            (true, false) => "p",
            (false, true) => "a",
            _ => "-",
        };
        return $"seoaudit:1:{_segment}:{audit.Service}:{options}:{CacheHash.Of(audit.Url.AbsoluteUri)}";
    }
}
