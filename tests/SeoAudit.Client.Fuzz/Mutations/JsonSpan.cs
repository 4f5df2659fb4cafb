using System.Runtime.InteropServices;
using System.Text.Json;

namespace SeoAudit.Client.Fuzz.Mutations;

/// <summary>Where a value stands in JSON text, with its name where it has one.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct JsonSpan(int NameStart, int NameEnd, int Start, int End)
{
    public bool HasName => NameStart >= 0;

    public int MemberStart => HasName ? NameStart : Start;

    /// <summary>All values as far as the text is JSON.</summary>
    public static List<JsonSpan> Find(ReadOnlySpan<byte> json)
    {
        var found = new List<JsonSpan>();
        var open = new Stack<JsonSpan>();
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 10_000 });
        (int Start, int End) name = (-1, -1);
        try
        {
            while (reader.Read())
            {
                var start = (int)reader.TokenStartIndex;
                var end = (int)reader.BytesConsumed;
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        // What was consumed goes on to the colon.
                        name = (start, start + reader.ValueSpan.Length + 2);
                        continue;
                    case JsonTokenType.StartObject or JsonTokenType.StartArray:
                        open.Push(new JsonSpan(name.Start, name.End, start, end));
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        found.Add(open.Pop() with { End = end });
                        break;
                    default:
                        found.Add(new JsonSpan(name.Start, name.End, start, end));
                        break;
                }

                name = (-1, -1);
            }
        }
        catch (JsonException)
        {
            // What came before can still be changed.
        }

        return found;
    }
}
