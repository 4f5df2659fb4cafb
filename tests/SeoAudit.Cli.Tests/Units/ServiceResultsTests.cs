using SeoAudit.Cli.Scans;
using SeoAudit.Client;
using SeoAudit.Client.Seogent;

namespace SeoAudit.Cli.Tests.Units;

public sealed class ServiceResultsTests
{
    [Fact]
    public async Task What_a_service_says_in_place_of_an_address_is_told_as_it_is()
    {
        string[] texts = ["about", "http://host:99999/", "https://exa mple.com/", "file://\u202e/", ""];
        IAsyncEnumerable<ScannedPage> pages = texts.Select(static text => new ScannedPage { Url = text, Score = 90 }).ToAsyncEnumerable();

        List<PageAuditOutcome> outcomes = await ServiceResults.OfAsync(pages, OutcomeOrigin.Earlier, passThreshold: null).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["about", "./http://host:99999/", "./https://exa mple.com/", "./file://\u202e/", ""], outcomes.Select(static outcome => outcome.Url.OriginalString), StringComparer.Ordinal);
    }
}
