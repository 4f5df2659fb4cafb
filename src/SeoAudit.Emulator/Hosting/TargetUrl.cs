using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace SeoAudit.Emulator.Hosting;

/// <summary>Reads the addresses that people ask audits for.</summary>
internal static class TargetUrl
{
    /// <summary>Reads an absolute http(s) address.</summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out Uri? url) =>
        Uri.TryCreate(text, UriKind.Absolute, out url)
        && url.Scheme is "http" or "https"
        && url.Host.Length > 0;

    /// <summary>Reads an address that may lack its scheme: https then, but http for loopback, where nobody serves https.</summary>
    public static bool TryComplete(string? text, [NotNullWhen(true)] out Uri? url)
    {
        url = null;
        string trimmed = text?.Trim() ?? "";
        if (trimmed.Length == 0 || trimmed.Any(char.IsWhiteSpace))
            return false;
        if (trimmed.Contains("://", StringComparison.Ordinal))
            return TryRead(trimmed, out url);
        if (!TryRead("https://" + trimmed, out Uri? secure))
            return false;
        return IsLoopback(secure) ? TryRead("http://" + trimmed, out url) : TryRead("https://" + trimmed, out url);
    }

    /// <summary>Whether SEOPeek would refuse the host: private, internal or loopback, by its documented patterns.</summary>
    public static bool IsPrivate(Uri url) =>
        IsLoopback(url)
        || url.Host.EndsWith(".local", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(url.Host, out _)
            && (url.Host.StartsWith("10.", StringComparison.Ordinal)
                || url.Host.StartsWith("172.", StringComparison.Ordinal)
                || url.Host.StartsWith("192.168.", StringComparison.Ordinal)));

    private static bool IsLoopback(Uri url) =>
        string.Equals(url.Host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(url.DnsSafeHost, out IPAddress? address) && IPAddress.IsLoopback(address));
}
