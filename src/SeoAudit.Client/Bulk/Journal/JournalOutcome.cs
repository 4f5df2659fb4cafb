using System.Text.Json;
using SeoAudit.Client.Storage;

namespace SeoAudit.Client.Bulk.Journal;

/// <summary>Reads a recorded outcome back.</summary>
internal static class JournalOutcome
{
    public static PageAuditOutcome Read(ReadOnlySpan<byte> line, BulkItem item)
    {
        var reader = new Utf8JsonReader(line, StoredAudit.ReaderOptions);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            switch (name)
            {
                case JournalWords.Audit:
                    PageAudit audit = StoredAudit.Read(ref reader) with { Url = item.Url };
                    return PageAuditOutcome.Succeeded(item.Url, audit, item.Index) with { Origin = OutcomeOrigin.Journal };
                case JournalWords.Error:
                    return PageAuditOutcome.Failed(item.Url, StoredError.Read(ref reader), item.Index) with { Origin = OutcomeOrigin.Journal };
                default:
                    reader.Skip();
                    break;
            }
        }

        throw new JsonException("The line has no outcome.");
    }
}
