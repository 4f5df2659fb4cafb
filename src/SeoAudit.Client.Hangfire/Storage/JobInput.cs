using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hangfire.Storage;

namespace SeoAudit.Client.Hangfire.Storage;

/// <summary>The URLs of a job: those of a batch in one hash, in pages of bounded size.</summary>
internal sealed class JobInput(StorageAccess access, string id, int batchSize)
{
    // Characters; one URL that is longer has a page to itself.
    private const int PageSize = 32 * 1024;

    // Until the job is stored whole; then it is taken back.
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    private readonly HashSet<UInt128> _seen = [];
    private readonly StringBuilder _page = new();
    private int _pages;
    private int _inBatch;

    public int Total { get; private set; }

    public int Duplicates { get; private set; }

    public int Batches { get; private set; }

    /// <summary>Stores a stream of URLs to its end.</summary>
    /// <exception cref="ArgumentException">There is null among them.</exception>
    public async Task WriteAsync(IAsyncEnumerable<Uri> urls, CancellationToken cancellationToken)
    {
        await foreach (Uri url in urls.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (url is null)
            {
                throw new ArgumentException("'urls' must not hold null.", nameof(urls));
            }

            int place = Total + Duplicates;
            if (!_seen.Add(Digest(BulkAuditJobSerializer.KeyOf(url))))
            {
                Duplicates++;
                continue;
            }

            string line = string.Create(CultureInfo.InvariantCulture, $"{place} {BulkAuditJobSerializer.WriteUrl(url)}\n");
            if (_page.Length > 0 && _page.Length + line.Length > PageSize)
            {
                await FlushAsync(cancellationToken).ConfigureAwait(false);
            }

            _page.Append(line);
            Total++;
            if (++_inBatch == batchSize)
            {
                await EndBatchAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        if (_inBatch > 0)
        {
            await EndBatchAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Keeps what was stored.</summary>
    public static void Keep(StorageAccess access, string id, int batches) =>
        ForEachBatch(access, id, batches, static (transaction, key) => transaction.PersistHash(key));

    /// <summary>Removes what was stored.</summary>
    public void Remove() => ForEachBatch(access, id, Batches + 1, static (transaction, key) => transaction.RemoveHash(key));

    /// <summary>Reads a batch: each URL with its place in the whole input.</summary>
    public static IReadOnlyList<(int Place, Uri Url)> Read(StorageAccess access, string id, int batch)
    {
        IReadOnlyDictionary<string, string> pages = access.Read(connection => connection.ReadHash(Keys.Input(id, batch)));
        var urls = new List<(int Place, Uri Url)>();
        for (var page = 0; pages.TryGetValue(Keys.Number(page), out string? lines); page++)
        {
            foreach (string line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                int space = line.IndexOf(' ', StringComparison.Ordinal);
                urls.Add((int.Parse(line.AsSpan(0, space), CultureInfo.InvariantCulture), BulkAuditJobSerializer.ReadUrl(line[(space + 1)..])));
            }
        }

        return urls;
    }

    // Not for a thing to be found by who makes URLs to collide.
    private static UInt128 Digest(string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(key), hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    private async Task EndBatchAsync(CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken).ConfigureAwait(false);
        Batches++;
        (_inBatch, _pages) = (0, 0);
    }

    private Task FlushAsync(CancellationToken cancellationToken)
    {
        string key = Keys.Input(id, Batches);
        string field = Keys.Number(_pages++);
        string page = _page.ToString();
        _page.Clear();
        return access.RunAsync(
            () => access.Write(transaction =>
            {
                transaction.Set(key, (field, page));
                transaction.ExpireHash(key, Abandoned);
            }),
            cancellationToken);
    }

    private static void ForEachBatch(StorageAccess access, string id, int batches, Action<JobStorageTransaction, string> act)
    {
        foreach (int[] some in Enumerable.Range(0, batches).Chunk(100))
        {
            access.Write(transaction =>
            {
                foreach (int batch in some)
                {
                    act(transaction, Keys.Input(id, batch));
                }
            });
        }
    }
}
