using System.Text.Json;

namespace SeoAudit.Client.Reporting.Html.Data;

/// <summary>
/// Texts that many pages share, such as the messages of their checks, each written once. It holds only so many; further ones are
/// written where they stand, as text instead of a number.
/// </summary>
internal sealed class TextTable
{
    public const int Capacity = 8_192;
    private const int LongestShared = 256;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal) { [string.Empty] = 0 };
    private readonly List<string> _texts = [string.Empty];

    /// <summary>Writes a text, or the number of one that is shared. No text is number 0.</summary>
    public void Write(Utf8JsonWriter json, string? text)
    {
        text ??= string.Empty;
        if (_numbers.TryGetValue(text, out int number))
        {
            json.WriteNumberValue(number);
        }
        else if (_texts.Count < Capacity && text.Length <= LongestShared)
        {
            json.WriteNumberValue(_texts.Count);
            _numbers.Add(text, _texts.Count);
            _texts.Add(text);
        }
        else
        {
            json.WriteStringValue(text);
        }
    }

    public void WriteAll(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (string text in _texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
