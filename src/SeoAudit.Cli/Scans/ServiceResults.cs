using System.Runtime.CompilerServices;
using SeoAudit.Cli.Running;
using SeoAudit.Client;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Seogent;

namespace SeoAudit.Cli.Scans;

/// <summary>What a service holds of a scan or audit, as outcomes.</summary>
internal static class ServiceResults
{
    /// <summary>The pages of a scan.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="origin">Whether this run has paid for them.</param>
    /// <param name="passThreshold">The score from which on they pass; null for the default.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static async IAsyncEnumerable<PageAuditOutcome> OfAsync(
        IAsyncEnumerable<ScannedPage> pages, OutcomeOrigin origin, double? passThreshold, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var index = 0;
        await foreach (ScannedPage page in pages.WithCancellation(cancellationToken))
        {
            yield return Passing(Of(page, index++) with { Origin = origin }, passThreshold);
        }
    }

    public static PageAuditOutcome Of(MetricSpotAudit audit, double? passThreshold)
    {
        Uri url = AnyAddress.Of(audit.Url);
        return Passing(PageAuditOutcome.Succeeded(url, audit.ToPageAudit(url)) with { Origin = OutcomeOrigin.Earlier }, passThreshold);
    }

    private static PageAuditOutcome Of(ScannedPage page, int index)
    {
        // Services are not bound to answer with an address; what they say is shown then, for what it is.
        Uri url = AnyAddress.Of(page.Url);
        return PageAuditOutcome.Succeeded(url, page.ToPageAudit(url), index);
    }

    private static PageAuditOutcome Passing(PageAuditOutcome outcome, double? threshold) =>
        threshold is { } value ? outcome with { PassThreshold = value } : outcome;
}
