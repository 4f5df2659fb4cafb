using System.Globalization;
using SeoAudit.Client.Reporting.Html.Markup;

namespace SeoAudit.Client.Reporting.Html.Sections;

/// <summary>A score as a ring that fills.</summary>
internal static class ScoreDial
{
    private const double Radius = 52;

    public static void Write(HtmlText html, double score)
    {
        double around = 2 * Math.PI * Radius;
        string filled = (around * Math.Clamp(score, 0, 100) / 100).ToString("0.#", CultureInfo.InvariantCulture);
        string length = around.ToString("0.#", CultureInfo.InvariantCulture);
        string band = Bands.Of(score);
        html.Write($"""
            <svg class="dial {band}" width="148" height="148" viewBox="0 0 120 120" role="img" aria-labelledby="dial-title">
            <title id="dial-title">Average score {Wording.Score(score)} of 100</title>
            <circle class="track" cx="60" cy="60" r="52" fill="none" stroke="#8886" stroke-width="9"/>
            <circle class="arc" cx="60" cy="60" r="52" fill="none" stroke="{Bands.Fill(band)}" stroke-width="9" stroke-linecap="{(score > 0 ? "round" : "butt")}" stroke-dasharray="{filled} {length}" transform="rotate(-90 60 60)"/>
            <text class="value" x="60" y="68" text-anchor="middle" font-size="30" fill="currentColor">{Wording.Score(score)}</text>
            <text class="unit" x="60" y="86" text-anchor="middle" font-size="11" fill="currentColor">of 100</text>
            </svg>

            """);
    }
}
