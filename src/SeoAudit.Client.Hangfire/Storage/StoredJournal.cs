using System.Text;

namespace SeoAudit.Client.Hangfire.Storage;

/// <summary>The journal of a batch: what was bought and what came of it, for whoever takes the batch over.</summary>
internal sealed class StoredJournal(StorageAccess access, string id, int batch) : IBulkAuditJournal
{
    private readonly string _key = Keys.Journal(id, batch);
    private IReadOnlyDictionary<string, string>? _lines;

    public bool IsEmpty => Lines.Count == 0;

    private IReadOnlyDictionary<string, string> Lines => _lines ??= access.Read(connection => connection.ReadHash(_key));

    public byte[]? Read(int number)
    {
        string field = Keys.Number(number);
        string? line = Lines.TryGetValue(field, out string? known) ? known : access.Read(connection => connection.GetValueFromHash(_key, field));
        return line is null ? null : Encoding.UTF8.GetBytes(line);
    }

    public void Append(int number, ReadOnlySpan<byte> line)
    {
        string text = Encoding.UTF8.GetString(line);
        access.Write(transaction => transaction.Set(_key, (Keys.Number(number), text)));
    }
}
