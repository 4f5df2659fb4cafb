using System.Collections.Concurrent;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Seogent;
using SeoAudit.Emulator;

namespace SeoAudit.Client.Tests.Cancellation.Callers;

/// <summary>One of many who share a client: does one thing after the other, and looks whether each answer is its own.</summary>
internal sealed class BusyCaller
{
    /// <summary>How many kinds of things it does, in turn.</summary>
    public const int KindCount = 7;

    private static readonly AuditService[] ServicesOfRuns = [AuditService.SeoPeek, AuditService.Seogent, AuditService.SeoPeek, AuditService.MetricSpot];

    private readonly BusyApp _app;
    private readonly Purchases _purchases;
    private readonly ConcurrentDictionary<string, bool> _shared;
    private readonly Func<int, int, Task>[] _kinds;
    private readonly int _number;

    /// <summary>Makes a caller.</summary>
    /// <param name="app">The app, with the client.</param>
    /// <param name="purchases">Takes down what is bought.</param>
    /// <param name="shared">The pages that several callers audit.</param>
    /// <param name="number">Which caller it is.</param>
    public BusyCaller(BusyApp app, Purchases purchases, ConcurrentDictionary<string, bool> shared, int number)
    {
        (_app, _purchases, _shared, _number) = (app, purchases, shared, number);
        _kinds = [ReadAsync, ScanSiteAsync, ScanPagesAsync, IsSparing ? ReadAsync : AuditAsync, AuditCachedAsync, ReadAsync, AuditManyAsync];
    }

    private ISeoAuditClient Client => _app.Client;

    // If all audited with MetricSpot, all would do little but wait for their turns at that.
    private bool IsSparing => _number % 2 == 0;

    /// <summary>Goes on until a time has come.</summary>
    /// <returns>How many things it did.</returns>
    public async Task<int> RunAsync(DateTimeOffset end, int callers)
    {
        var turn = 0;
        for (; _app.Time.GetUtcNow() < end; turn++)
        {
            // All kinds go on at once, and neighbours do not stay together.
            await _kinds[(_number + turn) % _kinds.Length](turn, (turn * callers) + ((_number + turn) % callers));
        }

        return turn;
    }

    private Task ReadAsync(int turn, int unique) => NumberedAnswers.AskAsync(Client, unique);

    // The list tells scans apart by their sites; of some, the answer or the request itself is lost.
    private async Task ScanSiteAsync(int turn, int unique)
    {
        var site = $"{Fate(turn)}-{unique}.example.com";
        ScanOperation scan = await Client.Seogent.StartScanAsync(ScanRequest.ForDomain(site, maxPages: 5));
        _purchases.Add(LedgerOperation.Scan, $"https://{site}/");

        ScanState state = await Client.Seogent.GetScanStateAsync(scan.Id);
        Assert.Equal((scan.Id, site), (state.ScanId, state.Domain));
        Assert.Equal(Fate(turn) == BusyLink.Lost, scan.IsAdopted);
        await foreach (ScanListItem listed in Client.Seogent.ListScansAsync())
        {
            if (listed.ScanId == scan.Id)
            {
                Assert.Equal(site, listed.Domain);
                return;
            }
        }

        Assert.Fail($"The list does not have the scan of {site}.");
    }

    private async Task ScanPagesAsync(int turn, int unique)
    {
        Uri[] pages = Pages("scan", unique, count: 5);
        ScanOperation scan = await Client.Seogent.StartScanAsync(ScanRequest.ForUrls(pages));
        _purchases.Add(LedgerOperation.Scan, pages[0].AbsoluteUri);

        ScanReport report = await scan.WaitForCompletionAsync();
        Assert.Equal(scan.Id, report.ScanId);
        var read = new List<ScannedPage>();
        await foreach (ScannedPage page in Client.Seogent.GetPagesAsync(scan.Id, new ScanQuery { PerPage = 2 }))
        {
            read.Add(page);
        }

        Assert.Equal(pages.Select(static page => page.AbsoluteUri), read.Select(static page => page.Url), StringComparer.Ordinal);
        Assert.Equal(pages.Select(TitleOf), read.Select(static page => page.Metadata.Title), StringComparer.Ordinal);
    }

    private async Task AuditAsync(int turn, int unique)
    {
        Uri page = _app.Page($"{Fate(turn)}-audit-{unique}");
        MetricSpotAuditOperation operation = await Client.MetricSpot.QueueAuditAsync(page);
        _purchases.Add(LedgerOperation.Audit, page.AbsoluteUri);
        Assert.Equal(Fate(turn) == BusyLink.Lost, operation.IsAdopted);

        MetricSpotAudit audit = await operation.WaitForCompletionAsync();
        Assert.Equal((operation.Id, page.AbsoluteUri), (audit.Id, audit.Url));
        PdfOperation pdf = await Client.MetricSpot.QueuePdfAsync(audit.Id);
        _purchases.Add(LedgerOperation.Pdf, page.AbsoluteUri);
        Assert.Equal(
            page.AbsoluteUri,
            Assert.Single(_app.Emulator.Ledger.Creations, creation => creation.Operation == LedgerOperation.Pdf && creation.Id == pdf.Id).Target);
    }

    // Several ask for each page, some at the same time: it is bought once for all of them.
    private async Task AuditCachedAsync(int turn, int unique)
    {
        Uri page = _app.Page($"shared-{turn}-{_number % 4}");
        if (_shared.TryAdd(page.AbsoluteUri, true))
        {
            _purchases.Add(LedgerOperation.Audit, page.AbsoluteUri);
        }

        PageAudit audit = await Client.AuditPageAsync(page);
        Assert.Equal((page, TitleOf(page)), (audit.Url, audit.Metadata.Title));
    }

    private async Task AuditManyAsync(int turn, int unique)
    {
        AuditService service = ServicesOfRuns[unique % ServicesOfRuns.Length];
        Uri[] pages = Pages(service == AuditService.Seogent ? Purchases.InBatch : "many", unique, count: 3);
        var outcomes = new List<PageAuditOutcome>();
        await foreach (PageAuditOutcome outcome in Client.AuditPagesAsync(
            pages, new BulkAuditOptions { Service = service, Order = OutcomeOrder.AsSubmitted }))
        {
            outcomes.Add(outcome);
        }

        Assert.Equal(pages, outcomes.Select(static outcome => outcome.Url));
        Assert.All(outcomes, outcome => Assert.Equal((null, service, OutcomeOrigin.Service), (outcome.Error, outcome.Service, outcome.Origin)));
        Assert.All(outcomes, static outcome => Assert.Equal(
            outcome.Audit!.Source is MetricSpotAudit audit ? audit.Url : TitleOf(outcome.Url),
            outcome.Audit.Source is MetricSpotAudit ? outcome.Url.AbsoluteUri : outcome.Audit.Metadata.Title));
        if (service == AuditService.Seogent)
        {
            _purchases.AddBatch(pages.Length);
        }
        else
        {
            Array.ForEach(pages, page => _purchases.Add(LedgerOperation.Audit, page.AbsoluteUri));
        }
    }

    private static string TitleOf(Uri page) => $"The page at {page.AbsolutePath}";

    private string Fate(int turn) => (((_number * 7) + turn) % 24) switch
    {
        0 => BusyLink.Lost,
        12 => BusyLink.Strayed,
        _ => "plain",
    };

    private Uri[] Pages(string what, int unique, int count) =>
        [.. Enumerable.Range(0, count).Select(page => _app.Page($"{what}-{unique}-{page}"))];
}
