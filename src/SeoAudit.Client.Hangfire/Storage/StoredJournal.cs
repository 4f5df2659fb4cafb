using System.Text;
using SeoAudit.Client.Hangfire.Batches;

namespace SeoAudit.Client.Hangfire.Storage;

/// <summary>The journal of a batch: what was bought and what came of it, for whoever takes the batch over.</summary>
internal sealed class StoredJournal(StorageAccess access, Claim claim) : IBulkAuditJournal
{
    private readonly string _key = Keys.Journal(claim.Id, claim.Batch);
    private IReadOnlyDictionary<string, string> _lines = new Dictionary<string, string>(StringComparer.Ordinal);

    public bool IsEmpty => _lines.Count == 0;

    /// <summary>Reads what earlier workers have left.</summary>
    public void Open() => _lines = access.Read(connection => connection.ReadHash(_key));

    public async ValueTask<byte[]?> ReadAsync(int number, CancellationToken cancellationToken = default)
    {
        string field = Keys.Number(number);
        string? line = _lines.TryGetValue(field, out string? known)
            ? known
            : await access.RunAsync(() => access.Read(connection => connection.GetValueFromHash(_key, field)), cancellationToken).ConfigureAwait(false);
        return line is null ? null : Encoding.UTF8.GetBytes(line);
    }

    public async ValueTask AppendAsync(int number, ReadOnlyMemory<byte> line, CancellationToken cancellationToken = default)
    {
        string text = Encoding.UTF8.GetString(line.Span);
        await access.RunAsync(() => access.Write(claim, transaction => transaction.Set(_key, (Keys.Number(number), text))), cancellationToken).ConfigureAwait(false);
    }
}
