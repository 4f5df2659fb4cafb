using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Creating;

/// <summary>A list that cannot be read for certain neither buys a second time nor ends in an error that leads nowhere.</summary>
public sealed class OddListTests : IDisposable
{
    private static readonly ScanRequest Request = ScanRequest.ForDomain("example.com", 10);
    private static readonly Uri Page = new("https://example.com/a");

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 12, 12, 0, 0, 500, TimeSpan.Zero));
    private readonly ScanDesk _desk;

    public OddListTests() => _desk = new ScanDesk(_time);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("created_at", null)]
    [InlineData("created_at", "yesterday")]
    [InlineData("scan_id", null)]
    [InlineData("scan_id", "")]
    [InlineData("scan_id", "../credits")]
    public async Task A_scan_without_a_moment_or_an_id_is_not_bought_again(string member, string? text)
    {
        _desk.Accept(ScanDesk.Reset);
        _desk.Show = scan =>
        {
            scan[member] = text;
            return scan;
        };

        SeoAuditOutcomeUnknownException unknown = await FailAsync(Request);

        Assert.Equal(1, _desk.Posts);
        _desk.Show = null;
        Assert.Equal(Assert.Single(_desk.Ids), await unknown.ReconcileAsync(Stop));
    }

    [Fact]
    public async Task Nulls_in_the_list_are_passed_over()
    {
        _desk.Add("example.org", age: TimeSpan.Zero);
        _desk.Accept(ScanDesk.Reset);
        _desk.Show = static scan => (string?)scan["domain"] == "example.org" ? null : scan;

        Assert.True((await StartAsync(Request)).IsAdopted);
    }

    [Fact]
    public async Task A_list_too_long_to_be_read_to_the_attempt_tells_nothing()
    {
        _desk.PerPage = 1;
        _desk.Accept(ScanDesk.Reset);
        _desk.ListFault = static () => ScanDesk.Status(HttpStatusCode.Forbidden);
        SeoAuditOutcomeUnknownException unknown = await FailAsync(Request);
        _desk.ListFault = null;
        for (var other = 0; other < 30; other++)
        {
            _desk.Add("example.org", age: TimeSpan.Zero);
        }

        await Assert.ThrowsAsync<SeoAuditOutcomeUnknownException>(() => unknown.ReconcileAsync(Stop));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1900)]
    public async Task A_service_that_has_lost_its_clock_does_not_tell_the_time(int year)
    {
        _desk.Date = new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero);
        _desk.Add("example.com", age: TimeSpan.FromDays(3));
        _desk.Accept(ScanDesk.Reset);

        ScanOperation scan = await StartAsync(Request);

        Assert.Equal((_desk.Ids[0], 2), (scan.Id, _desk.Ids.Count));
    }

    [Fact]
    public async Task A_moment_at_the_end_of_time_is_compared_like_any_other()
    {
        _desk.Skew = TimeSpan.FromHours(-3);
        _desk.Accept(ScanDesk.Reset);
        _desk.Show = static scan =>
        {
            scan["created_at"] = "9999-12-31T23:59:59Z";
            return scan;
        };

        Assert.True((await StartAsync(ScanRequest.ForUrls(Page, new Uri("https://example.com/b")))).IsAdopted);
    }

    [Fact]
    public async Task A_scan_of_the_same_page_with_other_checks_is_not_adopted()
    {
        ISeogentClient client = _desk.Client(retries: 0).Seogent;
        ScanRequest[] requests = [ScanRequest.ForUrls(Page) with { PerformanceScan = true }, ScanRequest.ForUrls(Page)];
        _desk.Refuse(ScanDesk.Reset);
        _desk.Accept(ScanDesk.Reset);
        _desk.Show = static scan =>
        {
            scan["progress"]!["total_urls"] = 1;
            return scan;
        };

        Exception?[] ends = await _time.RunAsync(
            () => Task.WhenAll(requests.Select(request => Record.ExceptionAsync(() => client.StartScanAsync(request, Stop)).AsTask())), step: 0.1);

        Assert.All(ends, static end => Assert.IsType<SeoAuditOutcomeUnknownException>(end));
    }

    [Theory]
    [InlineData("Manual", 1)]
    [InlineData("Discover", 40)]
    public async Task Pages_that_were_given_twice_or_are_only_where_it_begins_are_found_again(string mode, int total)
    {
        _desk.Accept(ScanDesk.Reset);
        _desk.Show = scan =>
        {
            scan["crawl_mode"] = mode;
            scan["progress"]!["total_urls"] = total;
            return scan;
        };

        ScanOperation scan = await StartAsync(ScanRequest.ForUrls(Page, Page) with { CrawlMode = new CrawlMode(mode) });

        Assert.True(scan.IsAdopted);
        Assert.Equal(1, _desk.Posts);
    }

    [Fact]
    public async Task A_host_that_ends_in_a_dot_is_the_same_host()
    {
        _desk.Accept(ScanDesk.Reset);

        Assert.True((await StartAsync(ScanRequest.ForUrls(new Uri("https://example.com./a"), new Uri("https://example.com./b")))).IsAdopted);
    }

    [Fact]
    public async Task Of_several_scans_the_one_next_to_the_attempt_is_adopted()
    {
        _desk.Accept(ScanDesk.Reset);
        _desk.ListFault = static () => ScanDesk.Status(HttpStatusCode.Forbidden);
        SeoAuditOutcomeUnknownException unknown = await FailAsync(Request);
        _desk.ListFault = null;
        string own = Assert.Single(_desk.Ids);
        _time.Advance(TimeSpan.FromHours(8));
        _desk.Add("example.com", age: TimeSpan.Zero);

        Assert.Equal(own, await unknown.ReconcileAsync(Stop));
    }

    private async Task<SeoAuditOutcomeUnknownException> FailAsync(ScanRequest request) =>
        await Assert.ThrowsAsync<SeoAuditOutcomeUnknownException>(() => StartAsync(request));

    private Task<ScanOperation> StartAsync(ScanRequest request)
    {
        ISeogentClient client = _desk.Client().Seogent;
        return _time.RunAsync(() => client.StartScanAsync(request, Stop), step: 0.1);
    }
}
