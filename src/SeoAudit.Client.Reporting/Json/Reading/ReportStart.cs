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
            return LookInto(new Utf8JsonReader(window.Span, window.IsLast, new JsonReaderState(ReportLimits.Reader)));
        }
        catch (JsonException exception)
        {
            throw Fault.In(exception, window, "This is no report in JSON or JSON Lines");
        }
    }

    private static ReportStart? LookInto(Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            return null;
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("It does not begin with an object.");
        }

        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
            {
                throw new JsonException("Its first object has neither a 'url' nor 'results'.");
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
}
