using SeoAudit.Client.Urls;

namespace SeoAudit.Client.MetricSpot;

/// <summary>The latest audit of each page, as the account's list has it: up to 100 of them.</summary>
internal sealed class LatestAudits(IMetricSpotClient client, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _reading = new(1);
    private Dictionary<string, AuditRow>? _rows;
    private long _readAt;

    /// <summary>The latest audit of a page in any state; null where the list does not have it.</summary>
    public async Task<AuditRow?> FindAsync(Uri target, CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_rows is null || time.GetElapsedTime(_readAt) > Freshness)
            {
                AuditList list = await client.ListAuditsAsync(cancellationToken).ConfigureAwait(false);
                _readAt = time.GetTimestamp();
                _rows = new Dictionary<string, AuditRow>(StringComparer.Ordinal);
                foreach (AuditRow row in list.Audits)
                {
                    if (PageUrl.TryNormalize(row.Url) is { } url)
                    {
                        _rows.TryAdd(url.AbsoluteUri, row);
                    }
                }
            }

            return _rows.GetValueOrDefault(target.AbsoluteUri);
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>The latest audit of a page with its findings, if it is completed; null where there is none, or it cannot be got.</summary>
    public async Task<MetricSpotAudit?> CompletedAsync(Uri target, CancellationToken cancellationToken)
    {
        try
        {
            return await FindAsync(target, cancellationToken).ConfigureAwait(false) is { } row && row.Status.IsCompleted
                ? await client.GetAuditAsync(row.Id, cancellationToken).ConfigureAwait(false)
                : null;
        }
        catch (SeoAuditException)
        {
            return null;
        }
    }

    public void Dispose() => _reading.Dispose();
}
