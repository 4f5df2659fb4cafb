using System.Buffers;
using System.Text.Json;
using SeoAudit.Client.Storage;

namespace SeoAudit.Client.Bulk.Journal;

/// <summary>Writes lines, each at once and whole before anything is made of it. All tell where the line begins.</summary>
internal sealed class JournalWriter(IJournalLines lines, TimeProvider time) : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly SemaphoreSlim _turn = new(1);

    public ValueTask<long> HeaderAsync(string options) => AppendAsync(json =>
    {
        json.WriteString(JournalWords.FormatMember, JournalWords.Format);
        json.WriteNumber(JournalWords.VersionMember, JournalWords.Version);
        json.WriteString(JournalWords.FingerprintMember, JournalOptions.Fingerprint(options));
        json.WriteString(JournalWords.OptionsMember, options);
        json.WriteString(JournalWords.At, time.GetUtcNow());
    });

    public ValueTask<long> QueueingAsync(int number, AuditService service, IEnumerable<BulkItem> items) => AppendAsync(json =>
    {
        json.WriteString(JournalWords.Kind, JournalWords.Queueing);
        json.WriteNumber(JournalWords.Number, number);
        json.WriteString(JournalWords.Service, service.ToString());
        json.WriteString(JournalWords.At, time.GetUtcNow());
        json.WriteStartArray(JournalWords.Urls);
        foreach (BulkItem item in items)
        {
            json.WriteStringValue(item.Target.AbsoluteUri);
        }

        json.WriteEndArray();
    });

    public ValueTask<long> QueuedAsync(int number, string id) => AppendAsync(json =>
    {
        json.WriteString(JournalWords.Kind, JournalWords.Queued);
        json.WriteNumber(JournalWords.Number, number);
        json.WriteString(JournalWords.Id, id);
    });

    public ValueTask<long> RefusedAsync(int number) => AppendAsync(json =>
    {
        json.WriteString(JournalWords.Kind, JournalWords.Refused);
        json.WriteNumber(JournalWords.Number, number);
    });

    public ValueTask<long> EndedAsync(int number) => AppendAsync(json =>
    {
        json.WriteString(JournalWords.Kind, JournalWords.Ended);
        json.WriteNumber(JournalWords.Number, number);
    });

    public ValueTask<long> OutcomeAsync(BulkItem item, PageAuditOutcome outcome) => AppendAsync(json =>
    {
        json.WriteString(JournalWords.Kind, outcome.IsSuccess ? JournalWords.Audited : JournalWords.Failed);
        json.WriteString(JournalWords.Url, item.Target.AbsoluteUri);
        if (outcome.IsSuccess)
        {
            json.WritePropertyName(JournalWords.Audit);
            StoredAudit.Write(json, outcome.Audit);
        }
        else
        {
            json.WritePropertyName(JournalWords.Error);
            StoredError.Write(json, outcome.Error);
        }
    });

    public void Dispose() => _turn.Dispose();

    // Never broken off: what is known must not be lost because a run is being stopped.
    private async ValueTask<long> AppendAsync(Action<Utf8JsonWriter> write)
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            Fill(write);
            return await lines.AppendAsync(_buffer.WrittenMemory, CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    private void Fill(Action<Utf8JsonWriter> write)
    {
        _buffer.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_buffer))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        _buffer.Write("\n"u8);
    }
}
