using System.Text.Json;

namespace SeoAudit.Client.Reporting.Json;

/// <summary>Members whose value may be missing. Durations are milliseconds, exact to the tick.</summary>
internal static class JsonMembers
{
    public static void WriteMoment(this Utf8JsonWriter json, string name, DateTimeOffset? value)
    {
        if (value is { } moment)
        {
            json.WriteString(name, moment);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>A number; null for what is none, which JSON has no word for.</summary>
    public static void WriteFinite(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    public static void WriteWhole(this Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    public static void WriteMilliseconds(this Utf8JsonWriter json, string name, TimeSpan? value)
    {
        if (value is { } duration)
        {
            json.WriteNumber(name, (decimal)duration.Ticks / TimeSpan.TicksPerMillisecond);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
