using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace SeoAudit.Client.Tests.Storage;

/// <summary>A model as text, member by member, so that two can be compared whatever their members are.</summary>
internal static class Described
{
    public static string Of(object? value, params string[] without) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.ToString("O", CultureInfo.InvariantCulture),
        Uri url => url.OriginalString,
        JsonElement json => JsonSerializer.Serialize(json, JsonSerializerOptions.Default),
        IFormattable plain => plain.ToString(format: null, CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        IDictionary map => Block(map.Keys.Cast<object>().Select(key => $"{key}: {Of(map[key], without)}").Order(StringComparer.Ordinal)),
        IEnumerable list => Block(list.Cast<object?>().Select(item => Of(item, without))),
        _ => Block(value.GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.Name is not ("EqualityContract" or "Data" or "TargetSite" or "StackTrace") && !without.Contains(property.Name, StringComparer.Ordinal))
            .Select(property => $"{property.Name}: {Of(property.GetValue(value), without)}")),
    };

    private static string Block(IEnumerable<string> lines) => $"{{{string.Join('\n', lines)}}}";
}
