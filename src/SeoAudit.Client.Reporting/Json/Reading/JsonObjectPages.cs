using System.Runtime.CompilerServices;
using System.Text.Json;

namespace SeoAudit.Client.Reporting.Json.Reading;

/// <summary>Reads the pages out of one object, one after another, and what follows them to the object's end.</summary>
internal sealed class JsonObjectPages(ByteWindow window, JsonReaderState state)
{
    private JsonReaderState _state = state;
    private bool _isBehindPages;
    private int _place;

    public async IAsyncEnumerable<PageAuditOutcome> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (!_isBehindPages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Guarded(static pages => pages.TryNext()) is { } page)
            {
                yield return page;
            }
            else if (!_isBehindPages)
            {
                await window.DoubleAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        while (!Guarded(static pages => pages.TryEnd()))
        {
            await window.GrowAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The next page; null behind the last, and where more must be read.</summary>
    private PageAuditOutcome? TryNext()
    {
        var reader = new Utf8JsonReader(window.Span, window.IsLast, _state);
        if (!reader.Read())
        {
            return null;
        }

        if (reader.TokenType == JsonTokenType.EndArray)
        {
            _isBehindPages = true;
            Keep(reader);
            return null;
        }

        var start = (int)reader.TokenStartIndex;
        if (!reader.TrySkip())
        {
            return null;
        }

        PageAuditOutcome page = Page(start, (int)reader.BytesConsumed);
        Keep(reader);
        return page;
    }

    private PageAuditOutcome Page(int start, int end)
    {
        try
        {
            return PageJsonReader.Read(window.Span[start..end], _place++);
        }
        catch (JsonException exception)
        {
            throw Fault.At(window.LineAt(start), exception, "One of the report's results is no page");
        }
    }

    /// <summary>Whether the report is whole; otherwise more must be read.</summary>
    private bool TryEnd()
    {
        var reader = new Utf8JsonReader(window.Span, window.IsLast, _state);
        while (reader.Read())
        {
        }

        Keep(reader);
        return window.IsLast;
    }

    private void Keep(in Utf8JsonReader reader)
    {
        _state = reader.CurrentState;
        window.Advance((int)reader.BytesConsumed);
    }

    private T Guarded<T>(Func<JsonObjectPages, T> read)
    {
        try
        {
            return read(this);
        }
        catch (JsonException exception)
        {
            throw Fault.In(exception, window, window.IsLast ? "The report is broken or ends in the middle" : "The report is broken");
        }
    }
}
