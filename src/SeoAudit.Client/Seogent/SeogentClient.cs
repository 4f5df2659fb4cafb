using System.Globalization;
using SeoAudit.Client.Creating;
using SeoAudit.Client.Diagnostics;
using SeoAudit.Client.Pages;
using SeoAudit.Client.Validation;
using SeoAudit.Client.Webhooks;

namespace SeoAudit.Client.Seogent;

internal sealed class SeogentClient(CreatingCalls<ISeogentApi> calls, Func<SeogentOptions> options, CreditsSeen credits, IScanCompletionSignal signal)
    : ISeogentClient
{
    /// <summary>Where the operations that come from here tell of themselves.</summary>
    public ClientTelemetry Telemetry => calls.Telemetry;

    /// <summary>What ends the pauses between the polls of a scan.</summary>
    public SignalledPause PauseOf(string scanId) => new(signal, scanId);

    public Task<ScanOperation> StartScanAsync(ScanRequest request, CancellationToken cancellationToken = default)
    {
        ScanRequestRules.Check(request);
        return StartAsync();

        async Task<ScanOperation> StartAsync()
        {
            // Read before anything is paid for; from then on the id must not be lost to a broken setting.
            PollingOptions polling = options().Polling;
            var limit = new CreditLimit(this, request, calls.Time);
            await limit.ReadAsync(cancellationToken).ConfigureAwait(false);
            ScanOperation scan = await calls.RunAsync(Plan(polling), cancellationToken).ConfigureAwait(false);
            await limit.CheckAsync(scan).ConfigureAwait(false);
            return scan;
        }

        CreationPlan<ISeogentApi, ScanOperation> Plan(PollingOptions polling) => new()
        {
            Method = nameof(ISeogentApi.CreateScanAsync),
            Send = async (once, stop) =>
                new ScanOperation(this, await once.CreateScanAsync(request, stop).ConfigureAwait(false), polling, calls.Time),
            IdOf = static scan => scan.Id,
            Finder = new ScanFinder(request),
            Adopt = id => new ScanOperation(this, id, polling, calls.Time) { IsAdopted = true },
            WhatToCheck = "look for the scan in the account's list (ListScansAsync, or the service's own pages).",
        };
    }

    public ScanOperation GetScan(string scanId) => new(this, scanId, options().Polling, calls.Time);

    public Task<ScanState> GetScanStateAsync(string scanId, CancellationToken cancellationToken = default) =>
        calls.Api.GetScanAsync(Require.PathSegment(scanId), cancellationToken);

    public Task<ScanResults> GetResultsAsync(
        string scanId, ScanQuery? query = null, string? cursor = null, CancellationToken cancellationToken = default)
    {
        Check(scanId, query);
        return calls.Api.GetResultsAsync(
            scanId, query is { IssuesOnly: true } ? "true" : null, query?.MinSeverity?.Value, query?.PerPage, cursor, cancellationToken);
    }

    public async Task<ScanReport> GetReportAsync(string scanId, ScanQuery? query = null, CancellationToken cancellationToken = default)
    {
        ScanResults results = await GetResultsAsync(scanId, query, cursor: null, cancellationToken).ConfigureAwait(false);
        Page<ScannedPage> first = ToPage(results);
        return new ScanReport
        {
            ScanId = results.ScanId,
            Domain = results.Domain,
            Status = results.Status,
            AverageScore = results.AverageScore,
            Summary = results.Summary,
            PerformanceSummary = results.PerformanceSummary,
            AccessibilitySummary = results.AccessibilitySummary,
            SiteChecks = results.SiteChecks,
            TopIssues = results.TopIssues,
            Pages = Pages(scanId, query, first, CancellationToken.None),
        };
    }

    public AsyncPages<ScannedPage> GetPagesAsync(
        string scanId, ScanQuery? query = null, CancellationToken cancellationToken = default)
    {
        Check(scanId, query);
        return Pages(scanId, query, first: null, cancellationToken);
    }

    public AsyncPages<ScanListItem> ListScansAsync(bool prefetch = true, CancellationToken cancellationToken = default) =>
        new(ListPageAsync, prefetch, cancellationToken);

    public Task<ScanCancellation> CancelScanAsync(string scanId, CancellationToken cancellationToken = default) =>
        calls.RunAsync(
            new CreationPlan<ISeogentApi, ScanCancellation>
            {
                Method = nameof(ISeogentApi.CancelScanAsync),
                Send = CancelOnce(Require.PathSegment(scanId)),
            },
            cancellationToken);

    public Task<DomainList> ListDomainsAsync(CancellationToken cancellationToken = default) => calls.Api.ListDomainsAsync(cancellationToken);

    public async Task<CreditBalance> GetCreditsAsync(CancellationToken cancellationToken = default)
    {
        CreditBalance answer = await calls.Api.GetCreditsAsync(cancellationToken).ConfigureAwait(false);
        credits.Observe(answer.Balance);
        return answer;
    }

    private static Func<ISeogentApi, CancellationToken, Task<ScanCancellation>> CancelOnce(string scanId) =>
        (once, stop) => once.CancelScanAsync(scanId, stop);

    private static void Check(string scanId, ScanQuery? query)
    {
        Require.PathSegment(scanId);
        if (query?.PerPage is { } perPage)
        {
            Require.InRange(perPage, 1, ScanQuery.MaxPerPage, $"{nameof(query)}.{nameof(ScanQuery.PerPage)}");
        }
    }

    private static Page<ScannedPage> ToPage(ScanResults results) =>
        new(results.Results.Data.MapAll(static page => page), results.Results.NextCursor) { RateLimit = results.RateLimit };

    private AsyncPages<ScannedPage> Pages(string scanId, ScanQuery? query, Page<ScannedPage>? first, CancellationToken cancellationToken)
    {
        return new AsyncPages<ScannedPage>(FetchAsync, query?.Prefetch ?? true, cancellationToken);

        async Task<Page<ScannedPage>> FetchAsync(string? cursor, CancellationToken stop) =>
            cursor is null && first is not null
                ? first
                : ToPage(await GetResultsAsync(scanId, query, cursor, stop).ConfigureAwait(false));
    }

    private async Task<Page<ScanListItem>> ListPageAsync(string? cursor, CancellationToken cancellationToken)
    {
        int number = cursor is null ? 1 : ParsePageNumber(cursor);
        ScanList list = await calls.Api.ListScansAsync(number, cancellationToken).ConfigureAwait(false);
        bool more = list.Meta is { } meta && number < meta.LastPage;
        return new Page<ScanListItem>(list.Data.MapAll(static scan => scan), more ? (number + 1).ToString(CultureInfo.InvariantCulture) : null)
        {
            RateLimit = list.RateLimit,
        };
    }

    private static int ParsePageNumber(string cursor) =>
        int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1
            ? number
            : throw new ArgumentException($"'{nameof(cursor)}' must be a page number from 1, as a page gave it.", nameof(cursor));
}
