using System.Text.RegularExpressions;

namespace SeoAudit.Emulator.Auditing.Checks;

/// <summary>Recognises well-formed language tags: a language, and perhaps a script, a region and variants.</summary>
internal static partial class LanguageTag
{
    private const int MaxLength = 100;

    public static bool IsWellFormed(string tag) => tag.Length <= MaxLength && Bcp47().IsMatch(tag);

    /// <summary>Search engines take a language, a script and a region, nothing more, and <c>x-default</c>.</summary>
    public static bool IsHreflang(string tag) =>
        tag.Equals("x-default", StringComparison.OrdinalIgnoreCase) || Hreflang().IsMatch(tag);

    [GeneratedRegex(@"^[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
        + @"(-[a-wyz](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bcp47();

    [GeneratedRegex("^[a-z]{2}(-[a-z]{4})?(-[a-z]{2})?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Hreflang();
}
