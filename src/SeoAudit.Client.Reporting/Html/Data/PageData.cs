using System.Buffers;
using System.Text.Json;
using SeoAudit.Client.Reporting.Html.Markup;
using SeoAudit.Client.Reporting.Output;

namespace SeoAudit.Client.Reporting.Html.Data;

/// <summary>
/// The pages as JSON that the script reads. The encoder escapes <c>&lt;</c>, <c>&gt;</c>, <c>&amp;</c>, quotes and everything that is
/// not ASCII, so that no text can end the element it stands in.
/// </summary>
internal sealed class PageData : IAsyncDisposable
{
    private const int Chunk = 64 * 1024;

    private readonly Spool _rows = new();
    private readonly ArrayBufferWriter<byte> _buffer = new(Chunk);
    private readonly Utf8JsonWriter _json;
    private readonly PageRow _row = new();
    private bool _any;

    public PageData() => _json = new Utf8JsonWriter(_buffer);

    public ValueTask AddAsync(PageAuditOutcome outcome, CancellationToken cancellationToken)
    {
        Write(outcome);
        return _buffer.WrittenCount < Chunk ? default : EmptyAsync(cancellationToken);
    }

    public async Task WriteToAsync(Stream output, AuditComparison? comparison, CancellationToken cancellationToken)
    {
        await EmptyAsync(cancellationToken).ConfigureAwait(false);
        await output.WriteAsync("{\"pages\":["u8.ToArray(), cancellationToken).ConfigureAwait(false);
        await _rows.CopyToAsync(output, cancellationToken).ConfigureAwait(false);
        _buffer.Write("\n],\n\"checks\":"u8);
        Append(_row.Checks.WriteAll);
        _buffer.Write(",\n\"texts\":"u8);
        Append(_row.Texts.WriteAll);
        _buffer.Write(",\n\"changes\":"u8);
        Append(json => WriteChanges(json, comparison));
        _buffer.Write("}"u8);
        await output.WriteAsync(_buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await _json.DisposeAsync().ConfigureAwait(false);
        await _rows.DisposeAsync().ConfigureAwait(false);
    }

    private void Write(PageAuditOutcome outcome)
    {
        _buffer.Write(_any ? ",\n"u8 : "\n"u8);
        _any = true;
        _row.Write(_json, outcome);
        _json.Flush();
        _json.Reset();
    }

    // By address, because the rows were written before there was anything to compare.
    private static void WriteChanges(Utf8JsonWriter json, AuditComparison? comparison)
    {
        json.WriteStartArray();
        foreach (PageChange change in comparison is null ? [] : comparison.Worse.Concat(comparison.Better))
        {
            if (change.ScoreDelta is { } delta && double.IsFinite(delta))
            {
                json.WriteStringValue(PageAddress.Of(change.After.Url));
                json.WriteNumberValue(Math.Round(delta, 2));
            }
        }

        json.WriteEndArray();
    }

    private void Append(Action<Utf8JsonWriter> write)
    {
        write(_json);
        _json.Flush();
        _json.Reset();
    }

    private async ValueTask EmptyAsync(CancellationToken cancellationToken)
    {
        await _rows.WriteAsync(_buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
        _buffer.ResetWrittenCount();
    }
}
