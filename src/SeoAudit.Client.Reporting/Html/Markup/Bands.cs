namespace SeoAudit.Client.Reporting.Html.Markup;

/// <summary>The colour of a score, by the bounds of SEOgent's grades. The number stands beside it everywhere.</summary>
internal static class Bands
{
    public const double Good = 70;
    public const double Fair = 50;

    public static string Of(double score) => score >= Good ? "good" : score >= Fair ? "fair" : "poor";

    /// <summary>A colour that does in light and dark, for hosts that drop the page's style sheet.</summary>
    public static string Fill(string band) => band switch
    {
        "good" => "#2f9e63",
        "fair" => "#c78a12",
        "poor" => "#d64a3a",
        _ => "#7b8794",
    };
}
