using SeoAudit.Client.Seogent;
using SeoAudit.Emulator;

namespace SeoAudit.Client.Tests.EndToEnd;

public sealed class ScanTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_domain_is_scanned_and_its_pages_come_once_each_in_any_page_size()
    {
        await using EmulatedClient emulated = await EmulatedClient.StartAsync(pages: 17);
        var progress = new List<AuditProgress>();

        ScanOperation scan = await emulated.Client.Seogent.StartScanAsync(
            ScanRequest.ForDomain(emulated.Site.Address.GetLeftPart(UriPartial.Authority), maxPages: 100), Stop);
        ScanReport report = await scan.WaitForCompletionAsync(new() { Progress = new Recorder(progress) }, Stop);

        foreach (int perPage in new[] { 1, 4, 16, 17, 200 })
        {
            AsyncPages<ScannedPage> pages = emulated.Client.Seogent.GetPagesAsync(scan.Id, new() { PerPage = perPage }, Stop);
            Assert.Equal(emulated.Site.Pages.Select(page => page.AbsoluteUri).Order(StringComparer.Ordinal), (await UrlsAsync(pages)).Order(StringComparer.Ordinal));
        }

        Assert.Equal(17, (await UrlsAsync(report.Pages)).Count);
        Assert.Equal(ScanStatus.Completed, report.Status);
        Assert.True(progress[^1].IsFinal);
        Assert.Equal(100, progress[^1].Percentage);
    }

    [Fact]
    public async Task Pages_are_resumed_from_a_cursor_in_another_process()
    {
        await using EmulatedClient emulated = await EmulatedClient.StartAsync(pages: 9);
        ScanOperation scan = await CompletedScanAsync(emulated);
        Page<ScannedPage>? first = null;
        await foreach (Page<ScannedPage> page in emulated.Client.Seogent.GetPagesAsync(scan.Id, new() { PerPage = 4 }).AsPages(cancellationToken: Stop))
        {
            first = page;
            break;
        }

        using SeoAuditClient other = emulated.NewClient();
        var rest = new List<string>();
        await foreach (Page<ScannedPage> page in other.Seogent.GetPagesAsync(scan.Id, new() { PerPage = 4 }).AsPages(first!.NextCursor, Stop))
        {
            rest.AddRange(page.Items.Select(item => item.Url));
        }

        Assert.Equal(
            emulated.Site.Pages.Select(page => page.AbsoluteUri).Order(StringComparer.Ordinal), first.Items.Select(item => item.Url).Concat(rest).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_scan_is_waited_for_in_another_process_from_its_id()
    {
        await using EmulatedClient emulated = await EmulatedClient.StartAsync();
        ScanOperation scan = await emulated.Client.Seogent.StartScanAsync(ScanRequest.ForUrls(emulated.Site.Pages), Stop);

        using SeoAuditClient other = emulated.NewClient();
        ScanReport report = await other.Seogent.GetScan(scan.Id).WaitForCompletionAsync(cancellationToken: Stop);

        Assert.Equal(scan.Id, report.ScanId);
        Assert.Single(emulated.Emulator.Ledger.CreationsOf(EmulatedService.Seogent));
    }

    [Fact]
    public async Task A_cancelled_scan_ends_its_wait_and_cannot_be_cancelled_again()
    {
        await using EmulatedClient emulated = await EmulatedClient.StartAsync(
            emulate: settings => settings.Seogent.PendingDuration = TimeSpan.FromMinutes(10));
        ScanOperation scan = await emulated.Client.Seogent.StartScanAsync(ScanRequest.ForUrls(emulated.Site.Pages), Stop);
        Task<ScanReport> wait = scan.WaitForCompletionAsync(cancellationToken: Stop);

        await scan.CancelAsync(Stop);

        var failed = await Assert.ThrowsAsync<AuditFailedException>(() => wait);
        Assert.Equal(scan.Id, failed.OperationId);
        Assert.Equal("cancelled", failed.Status);
        var conflict = await Assert.ThrowsAsync<SeoAuditConflictException>(() => scan.CancelAsync(Stop));
        Assert.Equal("scan_already_terminal", conflict.ErrorCode);
    }

    [Fact]
    public async Task A_wait_survives_polls_that_fail_in_every_passing_way()
    {
        await using EmulatedClient emulated = await EmulatedClient.StartAsync(configure: options => options.Seogent.MaxRetries = 0);
        FaultAction[] faults =
        [
            FaultAction.Status(503), FaultAction.Status(429), FaultAction.Status(502, "<html>bad gateway</html>", "text/html"),
            FaultAction.ResetConnection(), FaultAction.ResetMidBody(20), FaultAction.Status(500, "{}"),
        ];
        for (var request = 0; request < faults.Length; request++)
        {
            emulated.Emulator.Faults.Add(EmulatorFault.On(EmulatedService.Seogent, "GET", "/api/scans/*")
                .Starting(request + 1).Times(1).With(faults[request]));
        }

        ScanOperation scan = await CompletedScanAsync(emulated);

        Assert.True(scan.IsCompleted);
        Assert.Single(emulated.Emulator.Ledger.CreationsOf(EmulatedService.Seogent));
    }

    private static async Task<ScanOperation> CompletedScanAsync(EmulatedClient emulated)
    {
        ScanOperation scan = await emulated.Client.Seogent.StartScanAsync(ScanRequest.ForUrls(emulated.Site.Pages), Stop);
        await scan.WaitForCompletionAsync(cancellationToken: Stop);
        return scan;
    }

    private static async Task<List<string>> UrlsAsync(AsyncPages<ScannedPage> pages)
    {
        var urls = new List<string>();
        await foreach (ScannedPage page in pages.WithCancellation(Stop))
        {
            urls.Add(page.Url);
        }

        return urls;
    }

    private sealed class Recorder(List<AuditProgress> seen) : IProgress<AuditProgress>
    {
        public void Report(AuditProgress value) => seen.Add(value);
    }
}
