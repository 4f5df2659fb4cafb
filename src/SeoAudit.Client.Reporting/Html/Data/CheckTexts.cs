using SeoAudit.Client.Reporting.Html.Markup;
using SeoAudit.Client.Reporting.Output;

namespace SeoAudit.Client.Reporting.Html.Data;

/// <summary>How much of a page's texts the report shows.</summary>
internal static class CheckTexts
{
    /// <summary>Of names, which also tell checks apart.</summary>
    public const int LongestName = 256;

    /// <summary>Of everything else.</summary>
    public const int LongestText = 2_000;

    /// <summary>What tells a check from others of its service, as the script does too.</summary>
    public static string Id(string? key, string name) => Wording.Excerpt(CheckKey.Of(key, name), LongestName);
}
