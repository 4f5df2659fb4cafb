using System.Globalization;
using SeoAudit.Client.Http;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.SeoPeek;
using SeoAudit.Client.Tests.MetricSpot;
using SeoAudit.Client.Tests.Seogent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Faults;

/// <summary>Every endpoint of the three services, and plain downloads.</summary>
internal static class MatrixEndpoints
{
    private const string Pdf = "%PDF-1.7\n%%EOF";

    private const string QueuedPdf = """{"id":9876,"status":"queued"}""";

    private static readonly Uri Page = new("https://example.com/");

    public static IReadOnlyList<MatrixEndpoint> All { get; } =
    [
        new("SeoPeek", nameof(ISeoPeekApi.AuditAsync), EndpointColumn.Read, Answers.SeoPeekAudit("https://example.com/"),
            static (client, _) => client.SeoPeek.AuditAsync(Page)),
        new("SeoPeek", nameof(ISeoPeekApi.GetHealthAsync), EndpointColumn.Read, Answers.Health,
            static (client, _) => client.SeoPeek.GetHealthAsync()),
        new("SeoPeek", nameof(ISeoPeekApi.CreateKeyAsync), EndpointColumn.CreateWithoutLook, """{"apiKey":"seo_new","plan":"free","limit":"50/day"}""",
            static (client, _) => client.SeoPeek.CreateKeyAsync("name@example.com")),

        new("Seogent", nameof(ISeogentApi.GetScanAsync), EndpointColumn.Read, SeogentSamples.State,
            static (client, _) => client.Seogent.GetScanStateAsync("s")),
        new("Seogent", nameof(ISeogentApi.GetResultsAsync), EndpointColumn.Read, SeogentSamples.Results,
            static (client, _) => client.Seogent.GetResultsAsync("s"))
        {
            AttemptTimeout = 60,
            TotalTimeout = 180,
        },
        new("Seogent", nameof(ISeogentApi.ListScansAsync), EndpointColumn.Read, SeogentSamples.List,
            static (client, _) => client.Seogent.ListScansAsync(prefetch: false).GetAsyncEnumerator().MoveNextAsync().AsTask()),
        new("Seogent", nameof(ISeogentApi.ListDomainsAsync), EndpointColumn.Read, SeogentSamples.Domains,
            static (client, _) => client.Seogent.ListDomainsAsync()),
        new("Seogent", nameof(ISeogentApi.GetCreditsAsync), EndpointColumn.Read, SeogentSamples.Credits,
            static (client, _) => client.Seogent.GetCreditsAsync()),
        new("Seogent", nameof(ISeogentApi.CreateScanAsync), EndpointColumn.CreateWithLook, SeogentSamples.Created,
            static (client, _) => client.Seogent.StartScanAsync(ScanRequest.ForDomain("example.com", 500)))
        {
            List = static one => $$"""{"data":[{{Row(one, "\"scan_id\":\"{0}\",\"domain\":\"example.com\"")}}],"meta":{"current_page":1,"last_page":1} }""",
        },
        new("Seogent", nameof(ISeogentApi.CancelScanAsync), EndpointColumn.Action, SeogentSamples.Cancelled,
            static (client, _) => client.Seogent.CancelScanAsync("s")),

        new("MetricSpot", nameof(IMetricSpotApi.GetAuditAsync), EndpointColumn.Read, MetricSpotSample.Completed,
            static (client, _) => client.MetricSpot.GetAuditAsync("12345")),
        new("MetricSpot", nameof(IMetricSpotApi.ListAuditsAsync), EndpointColumn.Read, Answers.NoAudits,
            static (client, _) => client.MetricSpot.ListAuditsAsync()),
        new("MetricSpot", nameof(IMetricSpotApi.GetPdfAsync), EndpointColumn.Read, QueuedPdf,
            static (client, _) => client.MetricSpot.GetPdfAsync("9876")),
        new("MetricSpot", nameof(IMetricSpotApi.GetOrganicTrafficAsync), EndpointColumn.Read, """{"connected":false}""",
            static (client, _) => client.MetricSpot.GetOrganicTrafficAsync("12345")),
        new("MetricSpot", nameof(IMetricSpotApi.DownloadPdfAsync), EndpointColumn.Stream, Pdf,
            static async (client, _) => await ReadAsync(await client.MetricSpot.DownloadPdfAsync("9876").ConfigureAwait(false)).ConfigureAwait(false))
        {
            MediaType = "application/pdf",
            AttemptTimeout = 60,
            TotalTimeout = 120,
        },
        new("MetricSpot", nameof(IMetricSpotApi.CreateAuditAsync), EndpointColumn.CreateWithLook, MetricSpotSample.Queued,
            static (client, _) => client.MetricSpot.QueueAuditAsync(Page))
        {
            List = static one => $$"""{"audits":[{{Row(one, "\"id\":{0},\"url\":\"https://example.com/\"")}}]}""",
        },
        new("MetricSpot", nameof(IMetricSpotApi.CreatePdfAsync), EndpointColumn.CreateWithoutLook, QueuedPdf,
            static (client, _) => client.MetricSpot.QueuePdfAsync("12345")),
        new("MetricSpot", nameof(IMetricSpotApi.RunAnonymousAuditAsync), EndpointColumn.Action, """{"audit":{"url":"https://example.com","total_score":71}}""",
            static (client, _) => client.MetricSpot.RunAnonymousAuditAsync(Page))
        {
            AttemptTimeout = 130,
            TotalTimeout = 130,
        },

        new("Public", nameof(IPublicDownloader.DownloadAsync), EndpointColumn.Download, Pdf,
            static (_, downloader) => DownloadAsync(downloader, Page))
        {
            MediaType = "application/pdf",
        },
        new("Public", nameof(IPublicDownloader.GetSitemapAsync), EndpointColumn.Download, "https://example.com/\n",
            static async (_, downloader) => await ReadAsync(await downloader.GetSitemapAsync(Page, default).ConfigureAwait(false)).ConfigureAwait(false))
        {
            MediaType = "text/plain",
            IsBoundedByReceiver = true,
        },
    ];

    public static async Task DownloadAsync(IPublicDownloader downloader, Uri address) =>
        await ReadAsync(await downloader.DownloadAsync(address, default).ConfigureAwait(false)).ConfigureAwait(false);

    private static string Row((int Id, DateTimeOffset CreatedAt)? one, string named) => one is { } row
        ? $"{{{string.Format(CultureInfo.InvariantCulture, named, row.Id)},\"status\":\"queued\",\"created_at\":\"{row.CreatedAt:O}\"}}"
        : string.Empty;

    private static Task ReadAsync(Download download) => ReadAsync(download.Content);

    private static async Task ReadAsync(Stream stream)
    {
        await using (stream.ConfigureAwait(false))
        {
            await stream.CopyToAsync(Stream.Null).ConfigureAwait(false);
        }
    }
}
