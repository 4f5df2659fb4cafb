using System.Globalization;

namespace SeoAudit.Emulator.Auditing.Accessibility;

/// <summary>Reads the content of a viewport meta element.</summary>
internal static class ViewportSettings
{
    public static Dictionary<string, string> Read(string content)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string part in content.ToLowerInvariant().Split([',', ';'], StringSplitOptions.TrimEntries))
        {
            if (part.Split('=', 2, StringSplitOptions.TrimEntries) is [var name, var value])
                settings[name] = value;
        }

        return settings;
    }

    public static double? Number(Dictionary<string, string> settings, string name) =>
        settings.TryGetValue(name, out string? text) && double.TryParse(text, CultureInfo.InvariantCulture, out double number)
            ? number
            : null;
}
