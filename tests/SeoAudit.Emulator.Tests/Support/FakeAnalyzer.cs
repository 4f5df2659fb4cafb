using System.Collections.Concurrent;
using System.Globalization;
using SeoAudit.Emulator.Auditing;

namespace SeoAudit.Emulator.Tests.Support;

/// <summary>
/// Makes up an analysis from the address: <c>/score/{n}</c> sets the score, <c>unreachable</c>, <c>slow</c> <c>broken</c> and
/// <c>forbidden</c> in the host fail, <c>missing</c> in a probed path answers 404.
/// </summary>
internal sealed class FakeAnalyzer : IPageAnalyzer
{
    public ConcurrentQueue<Uri> Analyzed { get; } = new();

    public ConcurrentQueue<Uri> Probed { get; } = new();

    public TaskCompletionSource? Gate { get; set; }

    public async Task<PageAnalysis> AnalyzeAsync(Uri url, CancellationToken cancellationToken)
    {
        Analyzed.Enqueue(url);
        if (Gate is { } gate)
            await gate.Task.WaitAsync(cancellationToken);
        if (url.Host.Contains("unreachable", StringComparison.Ordinal))
            throw new PageFetchException(PageFetchFailure.Unreachable, "No connection.");
        if (url.Host.Contains("slow", StringComparison.Ordinal))
            throw new PageFetchException(PageFetchFailure.TimedOut, "No answer in time.");
        if (url.Host.Contains("broken", StringComparison.Ordinal))
            throw new InvalidOperationException("Nobody thought of this.");
        if (url.Host.Contains("forbidden", StringComparison.Ordinal))
            throw new PageFetchException(PageFetchFailure.HostNotAllowed, "Host not allowed.");
        return Of(url);
    }

    public Task<int?> ProbeAsync(Uri url, CancellationToken cancellationToken)
    {
        Probed.Enqueue(url);
        return Task.FromResult<int?>(url.AbsolutePath.Contains("missing", StringComparison.Ordinal) ? 404 : 200);
    }

    public static PageAnalysis Of(Uri url)
    {
        int score = url.Segments is [_, "score/", var text, ..]
            ? int.Parse(text.Trim('/'), CultureInfo.InvariantCulture)
            : 75;
        return new PageAnalysis
        {
            RequestedUrl = url,
            FinalUrl = url,
            StatusCode = 200,
            Score = score,
            Checks =
            [
                new CheckResult("meta_title", "Title Tag", "meta", 10, CheckOutcome.Passed, "The title is fine.", "Example"),
                new CheckResult("meta_description", "Meta Description", "meta", 5, CheckOutcome.Warning, "Short. Make it longer.", "Hi"),
                new CheckResult(
                    "canonical", "Canonical Tag", "indexability", 5, score >= 90 ? CheckOutcome.Passed : CheckOutcome.Failed,
                    "No canonical tag found. Add a self-referencing canonical.", Value: null),
            ],
            Metadata = new PageMetadata(
                "Example", "Description of " + url.AbsolutePath, Canonical: null, "Og", OgDescription: null, "https://example.com/i.png"),
            TimeToFirstByte = TimeSpan.FromMilliseconds(120),
            LoadTime = TimeSpan.FromMilliseconds(200),
            AccessibilityViolations =
            [
                new AccessibilityViolation(
                    "image-alt", "critical", "Images must have alternate text", new Uri("https://dequeuniversity.com/rules/axe/4.4/image-alt"),
                    ["wcag2a", "wcag111"], [new AccessibilityNode(["img"], "<img>", "No alt attribute")]),
            ],
            InternalLinks = [new Uri(url, "/other"), new Uri(url, "/missing")],
            ExternalLinks = [new Uri("https://elsewhere.example/missing")],
            Images = [new Uri(url, "/logo.png")],
        };
    }
}
