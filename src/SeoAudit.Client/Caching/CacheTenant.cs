using System.Buffers;

namespace SeoAudit.Client.Caching;

/// <summary>Whose audits are cached; no one is ever served another one's.</summary>
internal sealed class CacheTenant
{
    public const string Rule = "must hold 1 to 64 letters, digits, '-', '_' or '.' of ASCII.";

    private const int MaxLength = 64;

    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    private readonly string _segment;

    /// <param name="name">A plain name, or the name of a registration, which may be anything; empty for <c>AddSeoAudit()</c>.</param>
    public CacheTenant(string name) => _segment = name switch
    {
        "" => "~default",
        _ when IsPlain(name) => name,
        _ => $"~{CacheHash.Of(name)}",
    };

    /// <summary>The tag of all that this tenant has cached.</summary>
    public string Tag => $"seoaudit:{_segment}";

    public static bool IsPlain(string name) => name.Length is > 0 and <= MaxLength && !name.AsSpan().ContainsAnyExcept(Plain);

    /// <summary>The tag of what is cached of a host.</summary>
    /// <param name="site">Any address of that host.</param>
    public string HostTag(Uri site) => $"{Tag}:{site.IdnHost}";

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
