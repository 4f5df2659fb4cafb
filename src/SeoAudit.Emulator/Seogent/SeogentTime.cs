using System.Globalization;

namespace SeoAudit.Emulator.Seogent;

/// <summary>Time stamps as SEOgent writes them: whole seconds with a <c>+00:00</c> offset.</summary>
internal static class SeogentTime
{
    public static string Text(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public static string? Text(DateTimeOffset? time) => time is { } known ? Text(known) : null;
}
