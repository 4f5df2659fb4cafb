using System.Globalization;
using SeoAudit.Client.Reporting.Comparison;

namespace SeoAudit.Client.Reporting.Html.Markup;

/// <summary>Numbers, times and names as people read them, the same everywhere.</summary>
internal static class Wording
{
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Pages(long count) => count == 1 ? "1 page" : $"{Count(count)} pages";

    public static string Score(double score) => Tenths.Round(score).ToString("0.#", CultureInfo.InvariantCulture);

    public static string Credits(double credits) => credits.ToString("#,0.##", CultureInfo.InvariantCulture);

    /// <summary>A difference with its sign, the real minus.</summary>
    public static string Delta(double delta) => delta.ToString("+0.#;\u22120.#;\u00B10", CultureInfo.InvariantCulture);

    /// <summary>A share in whole percent, where a little is not nothing and nearly all is not all.</summary>
    public static string Share(long part, long whole)
    {
        if (whole == 0 || part == 0)
        {
            return "0%";
        }

        double percent = 100.0 * part / whole;
        return percent < 1 ? "<1%"
            : percent > 99 && part < whole ? ">99%"
            : percent.ToString("0", CultureInfo.InvariantCulture) + "%";
    }

    public static string When(DateTimeOffset time) => time.UtcDateTime.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("HH:mm 'UTC'", CultureInfo.InvariantCulture);

    public static string Machine(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A kind of error in words: <c>rate_limited</c> becomes <c>Rate limited</c>.</summary>
    public static string ErrorKind(OutcomeErrorKind kind)
    {
        string words = kind.Value.Replace('_', ' ');
        return words.Length == 0 ? "Other" : string.Concat(words[..1].ToUpperInvariant(), words.AsSpan(1));
    }

    /// <summary>The beginning of a text: one page must not fill the report.</summary>
    public static string Excerpt(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        int end = length - 1;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[end - 1]) ? end - 1 : end), "\u2026");
    }
}
