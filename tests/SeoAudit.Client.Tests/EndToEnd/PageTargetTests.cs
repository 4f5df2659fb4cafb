using SeoAudit.Client.Seogent;
using SeoAudit.Client.Urls;

namespace SeoAudit.Client.Tests.EndToEnd;

public sealed class PageTargetTests
{
    // As a caller writes it, and what the page's server must be asked for.
    private static readonly (string Written, string Target)[] Pages =
    [
        ("/a&b?c=1&d=2&&e=%26", "/a&b?c=1&d=2&&e=%26"),
        ("/plus+plus?q=a+b%2bc", "/plus+plus?q=a+b%2Bc"),
        ("/hash%23tag?q=%23#part", "/hash%23tag?q=%23"),
        ("/100%?q=5%&r=%zz", "/100%25?q=5%25&r=%25zz"),
        ("/100%25?q=%2541", "/100%25?q=%2541"),
        ("/two words?q=two words", "/two%20words?q=two%20words"),
        ("/caf\u00e9/\u65e5\u672c?q=\u00fc\ud83d\ude00", "/caf%C3%A9/%E6%97%A5%E6%9C%AC?q=%C3%BC%F0%9F%98%80"),
        ("/caf%c3%a9?q=%fc", "/caf%C3%A9?q=%FC"),
        ("/a%2fb%5Cc?u=http://x/?y=z", "/a%2Fb%5Cc?u=http://x/?y=z"),
        ("/%7euser/./x/../y?[]=1|2", "/~user/y?[]=1%7C2"),
        ("/semi;colon='quoted'?(a)*!$,@:", "/semi;colon='quoted'?(a)*!$,@:"),
        ("/empty?", "/empty?"),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<AuditService> Services => [AuditService.SeoPeek, AuditService.Seogent, AuditService.MetricSpot];

    [Theory]
    [MemberData(nameof(Services))]
    public async Task A_page_is_fetched_under_its_canonical_address(AuditService service)
    {
        await using EmulatedClient emulated = await EmulatedClient.StartAsync();
        await using RawTargetSite site = await RawTargetSite.StartAsync();
        var options = new PageAuditOptions { Service = service };

        await Task.WhenAll(Pages.Select(page => emulated.Client.AuditPageAsync(new Uri(site.Address + page.Written), options, Stop)));

        AssertAsked(site);
    }

    [Fact]
    public async Task A_list_of_pages_is_scanned_under_their_canonical_addresses()
    {
        await using EmulatedClient emulated = await EmulatedClient.StartAsync();
        await using RawTargetSite site = await RawTargetSite.StartAsync();
        Uri[] pages = [.. Pages.Select(page => PageUrl.Normalize(new Uri(site.Address + page.Written)))];

        ScanOperation scan = await emulated.Client.Seogent.StartScanAsync(ScanRequest.ForUrls(pages), Stop);
        ScanReport report = await scan.WaitForCompletionAsync(cancellationToken: Stop);

        AssertAsked(site);
        var scanned = new List<string>();
        await foreach (ScannedPage page in report.Pages.WithCancellation(Stop))
        {
            scanned.Add(page.Url);
        }

        Assert.Equal(pages.Select(page => page.AbsoluteUri).Order(StringComparer.Ordinal), scanned.Order(StringComparer.Ordinal));
    }

    private static void AssertAsked(RawTargetSite site) => Assert.Equal(
        Pages.Select(page => page.Target).Order(StringComparer.Ordinal),
        site.Targets.Where(target => !IsOfTheSite(target)).Order(StringComparer.Ordinal));

    // What a scan asks of a site as a whole.
    private static bool IsOfTheSite(string target) =>
        target is "/robots.txt" or "/sitemap.xml" || target.Contains("does-not-exist", StringComparison.Ordinal);
}
