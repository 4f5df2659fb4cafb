using System.Buffers;
using System.Text.Json;
using SeoAudit.Client.Storage;

namespace SeoAudit.Client.Bulk.Journal;

/// <summary>Writes lines, each at once and whole before anything is made of it.</summary>
internal sealed class JournalWriter(IJournalLines lines, TimeProvider time)
{
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly object _lock = new();

    public void Header(string options) => Append(json =>
    {
        json.WriteString(JournalWords.FormatMember, JournalWords.Format);
        json.WriteNumber(JournalWords.VersionMember, JournalWords.Version);
        json.WriteString(JournalWords.FingerprintMember, JournalOptions.Fingerprint(options));
        json.WriteString(JournalWords.OptionsMember, options);
        json.WriteString(JournalWords.At, time.GetUtcNow());
    });

    public void Queueing(int number, AuditService service, IEnumerable<BulkItem> items) => Append(json =>
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

    public void Queued(int number, string id) => Append(json =>
    {
        json.WriteString(JournalWords.Kind, JournalWords.Queued);
        json.WriteNumber(JournalWords.Number, number);
        json.WriteString(JournalWords.Id, id);
    });

    public void Refused(int number) => Append(json =>
    {
        json.WriteString(JournalWords.Kind, JournalWords.Refused);
        json.WriteNumber(JournalWords.Number, number);
    });

    public void Ended(int number) => Append(json =>
    {
        json.WriteString(JournalWords.Kind, JournalWords.Ended);
        json.WriteNumber(JournalWords.Number, number);
    });

    /// <returns>Where the line begins.</returns>
    public long Outcome(BulkItem item, PageAuditOutcome outcome) => Append(json =>
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

    private long Append(Action<Utf8JsonWriter> write)
    {
        lock (_lock)
        {
            _buffer.ResetWrittenCount();
            using (var json = new Utf8JsonWriter(_buffer))
            {
                json.WriteStartObject();
                write(json);
                json.WriteEndObject();
            }

            _buffer.Write("\n"u8);
            return lines.Append(_buffer.WrittenSpan);
        }
    }
}
