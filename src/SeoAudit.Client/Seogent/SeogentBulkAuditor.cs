using SeoAudit.Client.Bulk;
using SeoAudit.Client.Urls;

namespace SeoAudit.Client.Seogent;

/// <summary>Many pages through SEOgent: a scan of up to 1,000 of them, waited for and read back.</summary>
internal sealed class SeogentBulkAuditor(ISeogentClient client, BulkAuditOptions options, PaidReading reading) : IBulkAuditor
{
    private readonly WaitOptions? _wait = options.Wait is { } wait ? wait with { Progress = null } : null;

    // One at a time is between being sent and having its id, so that a run that dies leaves one scan at most to look for.
    private readonly SemaphoreSlim _queueing = new(1);

    public AuditService Service => AuditService.Seogent;

    public bool Queues => true;

    public int DefaultConcurrency => 3;

    public int BatchSize => options.ScanBatchSize;

    public async Task AuditAsync(BulkBatch batch, CancellationToken cancellationToken)
    {
        ScanRequest request = ScanRequest.ForUrls(batch.Open.Select(static item => item.Target)) with
        {
            PerformanceScan = options.Performance,
            AccessibilityScan = options.Accessibility,
        };
        ScanOperation scan;
        await _queueing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            scan = await batch.QueueAsync(() => client.StartScanAsync(request, cancellationToken), static scan => scan.Id).ConfigureAwait(false);
        }
        finally
        {
            _queueing.Release();
        }

        await FinishAsync(scan, batch, cancellationToken).ConfigureAwait(false);
    }

    public async Task<bool> ResumeAsync(QueuedBatch queued, BulkBatch batch, CancellationToken cancellationToken)
    {
        string? id = queued.OperationId ?? await FindAsync(queued, batch, cancellationToken).ConfigureAwait(false);
        if (id is null)
        {
            return false;
        }

        if (queued.OperationId is null)
        {
            await batch.FoundAsync(id).ConfigureAwait(false);
        }

        try
        {
            await FinishAsync(client.GetScan(id), batch, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (SeoAuditNotFoundException)
        {
            return false;
        }
    }

    public void Dispose() => _queueing.Dispose();

    private async Task FinishAsync(ScanOperation scan, BulkBatch batch, CancellationToken cancellationToken)
    {
        SeoAuditException missing;
        try
        {
            missing = await reading.RunAsync(
                () => CollectAsync(scan, batch, cancellationToken), () => scan.IsCompleted, cancellationToken).ConfigureAwait(false);
        }
        catch (SeoAuditException exception) when (exception.OperationId is null)
        {
            exception.Facts = exception.Facts with { OperationId = scan.Id, Service = Service };
            throw;
        }

        await batch.FailOpenAsync(missing).ConfigureAwait(false);
        await batch.EndedAsync().ConfigureAwait(false);
    }

    /// <summary>Waits for the scan and settles the pages that it has.</summary>
    /// <returns>Why it does not have the others.</returns>
    private async Task<SeoAuditException> CollectAsync(ScanOperation scan, BulkBatch batch, CancellationToken cancellationToken)
    {
        try
        {
            ScanReport report = await scan.WaitForCompletionAsync(_wait, cancellationToken).ConfigureAwait(false);
            await ReadAsync(report.Pages, scan, batch, cancellationToken).ConfigureAwait(false);
            return Missing(scan, "completed without a result for this page");
        }
        catch (AuditFailedException exception)
        {
            // What was analysed before the end was paid for.
            await ReadAsync(client.GetPagesAsync(scan.Id, query: null, cancellationToken), scan, batch, cancellationToken).ConfigureAwait(false);
            return exception;
        }
    }

    private static async Task ReadAsync(
        AsyncPages<ScannedPage> pages, ScanOperation scan, BulkBatch batch, CancellationToken cancellationToken)
    {
        Dictionary<string, BulkItem> open = batch.Open.ToDictionary(static item => item.Target.AbsoluteUri, StringComparer.Ordinal);
        double? credits = scan.Created?.EstimatedCredits is { } estimated ? (double)estimated / batch.QueuedCount : null;
        await foreach (ScannedPage page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (PageUrl.TryNormalize(page.Url) is { } url && open.Remove(url.AbsoluteUri, out BulkItem? item))
            {
                await batch.SucceedAsync(item, SeogentPageAuditor.ToPageAudit(item.Url, page), credits).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Looks for the scan of a batch whose id was never learned: queued since, of as many pages, and of these.</summary>
    private async Task<string?> FindAsync(QueuedBatch queued, BulkBatch batch, CancellationToken cancellationToken)
    {
        await foreach (ScanListItem scan in client.ListScansAsync(prefetch: false, cancellationToken).ConfigureAwait(false))
        {
            if (scan.CreatedAt < queued.QueuedAt - QueuedBatch.ClockSkew)
            {
                // Newest first: all that follow are older.
                return null;
            }

            bool fits = scan.CrawlMode == CrawlMode.Manual && (scan.Progress?.TotalUrls is null or 0 || scan.Progress.TotalUrls == queued.PageCount);
            if (fits && queued.CanBe(scan.ScanId, scan.CreatedAt) && await CoversAsync(scan.ScanId, batch, cancellationToken).ConfigureAwait(false))
            {
                return scan.ScanId;
            }
        }

        return null;
    }

    // The list says how many pages a scan has, not which; its results do, once there are any.
    private async Task<bool> CoversAsync(string scanId, BulkBatch batch, CancellationToken cancellationToken)
    {
        AsyncPages<ScannedPage> pages;
        try
        {
            pages = (await client.GetScan(scanId).WaitForCompletionAsync(_wait, cancellationToken).ConfigureAwait(false)).Pages;
        }
        catch (AuditFailedException)
        {
            pages = client.GetPagesAsync(scanId, query: null, cancellationToken);
        }

        HashSet<string> targets = batch.Items.Select(static item => item.Target.AbsoluteUri).ToHashSet(StringComparer.Ordinal);
        var own = 0;
        var foreign = 0;
        await foreach (ScannedPage page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            bool isOwn = PageUrl.TryNormalize(page.Url) is { } url && targets.Contains(url.AbsoluteUri);
            own += isOwn ? 1 : 0;
            foreign += isOwn ? 0 : 1;
        }

        // A page may come back under another address, and scans of one site may share pages.
        return own > foreign;
    }

    private AuditFailedException Missing(ScanOperation scan, string how) => new($"Scan '{scan.Id}' {how}.")
    {
        Service = Service,
        OperationId = scan.Id,
        Status = scan.Status?.Value,
    };
}
