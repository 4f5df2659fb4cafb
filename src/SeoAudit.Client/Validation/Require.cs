using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace SeoAudit.Client.Validation;

/// <summary>Checks of what a caller hands in, made before anything is sent.</summary>
internal static class Require
{
    private const int MaxIdLength = 200;

    private static readonly SearchValues<char> SegmentCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~");

    /// <summary>An identifier that can only ever be one segment of a path.</summary>
    public static string PathSegment(string id, [CallerArgumentExpression(nameof(id))] string name = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id, name);
        if (!IsPathSegment(id))
        {
            throw new ArgumentException(
                $"'{name}' must be an id as the service gave it: 1 to {MaxIdLength} letters, digits, '-', '_', '.' or '~'.", name);
        }

        return id;
    }

    /// <summary>Whether an id can stand in a path as it is.</summary>
    public static bool IsPathSegment([NotNullWhen(true)] string? id) =>
        id is { Length: > 0 and <= MaxIdLength } and not ("." or "..") && !id.AsSpan().ContainsAnyExcept(SegmentCharacters);

    /// <summary>An absolute http or https address without user information.</summary>
    public static string HttpUrl(Uri url, int maxLength = int.MaxValue, [CallerArgumentExpression(nameof(url))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(url, name);
        if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps) || url.Host.Length == 0)
        {
            throw new ArgumentException($"'{name}' must be an absolute http or https URL.", name);
        }

        if (url.UserInfo.Length > 0)
        {
            throw new ArgumentException($"'{name}' must not carry a user name or password.", name);
        }

        string text = url.AbsoluteUri;
        return text.Length <= maxLength
            ? text
            : throw new ArgumentException($"'{name}' must be at most {maxLength} characters long; it has {text.Length}.", name);
    }

    /// <summary>What to throw for a member that breaks a rule.</summary>
    public static ArgumentException Broken(string name, string rule) => new($"'{name}' {rule}", name);

    /// <summary>A whole number within bounds.</summary>
    public static int InRange(int value, int min, int max, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= min && value <= max
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"'{name}' must be between {min} and {max}.");
}
