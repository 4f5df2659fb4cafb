using System.Collections.Concurrent;
using System.Globalization;
using SeoAudit.Emulator.Auditing;

namespace SeoAudit.Emulator.Seogent;

/// <summary>Finds dead links and broken images of the pages of one scan; asks for each address once.</summary>
internal sealed class LinkChecker(IPageAnalyzer analyzer, Func<Uri, bool> mayFetch)
{
    private const int MaxShown = 5;
    private const int MaxProbesAtOnce = 8;
    private readonly ConcurrentDictionary<Uri, bool> _broken = new();

    public async Task<CheckResult> CheckAsync(PageAnalysis analysis, CancellationToken cancellationToken)
    {
        // A host that the emulator may not ask is not thereby broken.
        Uri[] targets =
            [.. analysis.InternalLinks.Concat(analysis.ExternalLinks).Concat(analysis.Images).Distinct().Where(mayFetch)];
        await Parallel.ForEachAsync(
            targets.Where(url => !_broken.ContainsKey(url)),
            new ParallelOptions { MaxDegreeOfParallelism = MaxProbesAtOnce, CancellationToken = cancellationToken },
            async (url, token) => _broken[url] = await analyzer.ProbeAsync(url, token).ConfigureAwait(false) is null or >= 400)
            .ConfigureAwait(false);
        Uri[] broken = [.. targets.Where(url => _broken[url])];

        string message = broken.Length switch
        {
            0 => "All links and images can be reached.",
            1 => "1 broken link or image found. Fix or remove it: " + broken[0].AbsoluteUri,
            _ => string.Create(CultureInfo.InvariantCulture, $"{broken.Length} broken links or images found. Fix or remove them: ")
                + string.Join(", ", broken.Take(MaxShown).Select(url => url.AbsoluteUri)),
        };
        return new CheckResult(
            "broken_links",
            "Broken Links",
            "crawlability",
            Weight: 6,
            broken.Length == 0 ? CheckOutcome.Passed : CheckOutcome.Failed,
            message,
            broken.Length.ToString(CultureInfo.InvariantCulture));
    }
}
