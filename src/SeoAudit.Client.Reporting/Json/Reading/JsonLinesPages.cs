using System.Runtime.CompilerServices;
using System.Text.Json;

namespace SeoAudit.Client.Reporting.Json.Reading;

/// <summary>Reads a page a line.</summary>
internal static class JsonLinesPages
{
    public static async IAsyncEnumerable<PageAuditOutcome> ReadAsync(ByteWindow window, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var place = 0;
        var searched = 0;
        while (window.Length > 0 || !window.IsLast)
        {
            int end = window.Span[searched..].IndexOf((byte)'\n');
            if (end < 0 && !window.IsLast)
            {
                searched = window.Length;
                await window.GrowAsync(cancellationToken).ConfigureAwait(false);
                continue;
            }

            cancellationToken.ThrowIfCancellationRequested();
            int length = end < 0 ? window.Length : searched + end;
            PageAuditOutcome? page = Page(window, length, place, isWhole: end >= 0);
            window.Advance(end < 0 ? length : length + 1);
            searched = 0;
            if (page is not null)
            {
                place++;
                yield return page;
            }
        }
    }

    /// <summary>Null for a blank line.</summary>
    private static PageAuditOutcome? Page(ByteWindow window, int length, int place, bool isWhole)
    {
        ReadOnlySpan<byte> line = window.Span[..length];
        if (!line.ContainsAnyExcept(" \t\r"u8))
        {
            return null;
        }

        try
        {
            return PageJsonReader.Read(line, place);
        }
        catch (JsonException exception)
        {
            throw Fault.At(
                window.LineAt(0),
                exception,
                isWhole ? "A line of the report is no page" : "The report ends in the middle of its last line, as after a run that was killed");
        }
    }
}
