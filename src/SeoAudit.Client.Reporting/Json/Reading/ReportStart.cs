using System.Text.Json;

namespace SeoAudit.Client.Reporting.Json.Reading;

/// <summary>What a report turns out to be: JSON Lines, or one object, whose pages begin some way into it.</summary>
internal readonly record struct ReportStart
{
    /// <summary>Whether it is one object.</summary>
    public bool IsObject { get; private init; }

    /// <summary>How far into the object its pages begin.</summary>
    public int PagesAt { get; private init; }

    /// <summary>With what state the reader is there.</summary>
    public JsonReaderState State { get; private init; }

    /// <summary>Looks at the window's beginning, and reads on until the first object tells.</summary>
    /// <exception cref="ReportFormatException">It is neither.</exception>
    public static async ValueTask<ReportStart> FindAsync(ByteWindow window, CancellationToken cancellationToken)
    {
        ReportStart? start;
        while ((start = Look(window)) is null)
        {
            await window.DoubleAsync(cancellationToken).ConfigureAwait(false);
        }

        return start.Value;
    }

    /// <summary>Null where more must be read.</summary>
    private static ReportStart? Look(ByteWindow window)
    {
        if (!window.Span.ContainsAnyExcept(" \t\r\n"u8))
        {
            return window.IsLast ? default(ReportStart) : null;
        }

        try
        {
            return LookInto(new Utf8JsonReader(window.Span, window.IsLast, new JsonReaderState(ReportLimits.Reader)), window);
        }
        catch (JsonException exception)
        {
            throw Fault.In(exception, window, "This is no report in JSON or JSON Lines");
        }
    }

    private static ReportStart? LookInto(Utf8JsonReader reader, ByteWindow window)
    {
        if (!reader.Read())
        {
            return null;
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Neither("It does not begin with an object.", reader, window);
        }

        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
            {
                throw Neither("Its first object has neither a 'url' nor 'results'.", reader, window);
            }

            string name = LenientText.Of(ref reader);
            if (name == JsonWords.Url)
            {
                return default(ReportStart);
            }

            if (!reader.Read())
            {
                return null;
            }

            if (name == JsonWords.Results && reader.TokenType == JsonTokenType.StartArray)
            {
                return new ReportStart { IsObject = true, PagesAt = (int)reader.BytesConsumed, State = reader.CurrentState };
            }

            if (!reader.TrySkip())
            {
                return null;
            }
        }

        return null;
    }

    private static JsonException Neither(string message, in Utf8JsonReader reader, ByteWindow window) =>
        new(message, path: null, window.LineAt((int)reader.TokenStartIndex) - 1, bytePositionInLine: null);
}
