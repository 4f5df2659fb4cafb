using SeoAudit.Client.Diagnostics;
using SeoAudit.Client.Http;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.SeoPeek;

namespace SeoAudit.Client.DependencyInjection;

/// <summary>All that belongs to one account: wire interfaces and the clients above them.</summary>
internal sealed record ClientSet(
    ISeoPeekApi SeoPeekApi, ISeogentApi SeogentApi, IMetricSpotApi MetricSpotApi, IPublicDownloader Downloader)
{
    /// <summary>The account at each service.</summary>
    public required IReadOnlyList<ServiceAccount> Accounts { get; init; }

    public required ISeoPeekClient SeoPeek { get; init; }

    public required ISeogentClient Seogent { get; init; }

    public required IMetricSpotClient MetricSpot { get; init; }

    /// <summary>The same clients for bulk runs, which wait together for what a service asks to wait for; null on themselves.</summary>
    public ClientSet? ForBulk { get; init; }

    public required TimeProvider Time { get; init; }

    public required ClientTelemetry Telemetry { get; init; }

    /// <summary>What SEOgent said of the account's credits.</summary>
    public required CreditsSeen Credits { get; init; }
}
