using System.Runtime.CompilerServices;
using SeoAudit.Emulator.Auditing;

namespace SeoAudit.Emulator.Tests.Support;

/// <summary>A site with as many pages as it is told.</summary>
internal sealed class FakeCrawler : ISiteCrawler
{
    public IReadOnlyList<string> Paths { get; set; } = ["/", "/a", "/b"];

    public async IAsyncEnumerable<Uri> DiscoverAsync(
        Uri site, int maxPages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (string path in Paths.Take(maxPages))
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return new Uri(site, path);
        }
    }

    public Task<IReadOnlyList<CheckResult>> CheckSiteAsync(Uri site, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CheckResult>>(
        [
            new CheckResult(
                "robots_txt", "robots.txt", "crawlability", 5, CheckOutcome.Passed, "robots.txt is accessible and valid", Value: null),
        ]);
}
