using System.Globalization;

namespace SeoAudit.Cli.Terminal;

/// <summary>A score to one decimal, a half to the even side, as reports round it.</summary>
internal static class ShownScore
{
    public static string Of(double score) => Math.Round(score, 1, MidpointRounding.ToEven).ToString("0.#", CultureInfo.InvariantCulture);
}
