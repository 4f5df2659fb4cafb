using System.Globalization;
using System.Runtime.InteropServices;

namespace SeoAudit.Client.Sitemaps;

/// <summary>A date as sitemaps and feeds write it, which may be no finer than a day, a month or a year.</summary>
/// <param name="First">Its first moment.</param>
/// <param name="Last">Its last moment; the same where it has a time of day.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SitemapDate(DateTimeOffset First, DateTimeOffset Last)
{
    private const int YearLength = 4;
    private const int MonthLength = 7;
    private const int DayLength = 10;

    /// <summary>Reads the W3C's profile of ISO 8601 (sitemaps, Atom) and the dates of RFC 822 (RSS); null for anything else.</summary>
    public static SitemapDate? Parse(ReadOnlySpan<char> text)
    {
        if (text.Length >= YearLength && Number(text[..YearLength]) is >= 1 and var year)
        {
            return text.Length switch
            {
                YearLength => Span(year, 1, 1, static first => first.AddYears(1)),
                MonthLength when text[4] == '-' && Number(text[5..7]) is >= 1 and <= 12 and var month =>
                    Span(year, month, 1, static first => first.AddMonths(1)),
                DayLength when text[4] == '-' && text[7] == '-' && Number(text[5..7]) is >= 1 and <= 12 and var month
                    && Number(text[8..10]) is >= 1 and var day && day <= DateTime.DaysInMonth(year, month) =>
                    Span(year, month, day, static first => first.AddDays(1)),
                > DayLength when text[4] == '-' => Moment(text),
                _ => null,
            };
        }

        return IsRfc822(text) ? Moment(WithNumericZone(text)) : null;
    }

    private static SitemapDate Span(int year, int month, int day, Func<DateTimeOffset, DateTimeOffset> next)
    {
        var first = new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero);
        return new SitemapDate(first, year == DateTime.MaxValue.Year ? DateTimeOffset.MaxValue : next(first).AddTicks(-1));
    }

    private static SitemapDate? Moment(ReadOnlySpan<char> text) =>
        Plain(text) ?? (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment)
            ? new SitemapDate(moment, moment)
            : null);

    // "2026-11-24T23:55:00Z" or "2026-11-24T23:55:00+00:00", which nearly all are; the platform takes ten times as long.
    private static SitemapDate? Plain(ReadOnlySpan<char> text)
    {
        if (text is not [_, _, _, _, '-', _, _, '-', _, _, 'T', _, _, ':', _, _, ':', _, _, .. var zone]
            || zone is not (['Z'] or ['+', '0', '0', ':', '0', '0'])
            || Number(text[5..7]) is not (>= 1 and <= 12 and var month)
            || Number(text[8..10]) is not (>= 1 and var day)
            || Number(text[11..13]) is not (>= 0 and < 24 and var hour)
            || Number(text[14..16]) is not (>= 0 and < 60 and var minute)
            || Number(text[17..19]) is not (>= 0 and < 60 and var second)
            || day > DateTime.DaysInMonth(Number(text[..YearLength]), month))
        {
            return null;
        }

        var moment = new DateTimeOffset(Number(text[..YearLength]), month, day, hour, minute, second, TimeSpan.Zero);
        return new SitemapDate(moment, moment);
    }

    // "Sat, 07 Sep 2002 09:42:31 GMT", or the same without the day of the week.
    private static bool IsRfc822(ReadOnlySpan<char> text)
    {
        int comma = text.IndexOf(',');
        ReadOnlySpan<char> date = text[(comma + 1)..].TrimStart();
        return date.Length > DayLength && char.IsAsciiDigit(date[0]) && (date[1] == ' ' || (char.IsAsciiDigit(date[1]) && date[2] == ' '));
    }

    private static ReadOnlySpan<char> WithNumericZone(ReadOnlySpan<char> text)
    {
        int space = text.LastIndexOf(' ');
        string? zone = text[(space + 1)..] switch
        {
            "UT" or "UTC" or "Z" => "+00:00",
            "EDT" => "-04:00",
            "EST" or "CDT" => "-05:00",
            "CST" or "MDT" => "-06:00",
            "MST" or "PDT" => "-07:00",
            "PST" => "-08:00",
            _ => null,
        };
        return zone is null ? text : string.Concat(text[..(space + 1)], zone);
    }

    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (char digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return -1;
            }

            number = (number * 10) + (digit - '0');
        }

        return number;
    }
}
