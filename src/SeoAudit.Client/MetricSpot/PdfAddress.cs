using SeoAudit.Client.Http;
using SeoAudit.Client.Urls;

namespace SeoAudit.Client.MetricSpot;

/// <summary>
/// A PDF of which the service named no id but an address. There is nothing to ask about it, so it is tried until the file is
/// there; without the key, because the address may be anywhere.
/// </summary>
internal sealed class PdfAddress(IPublicDownloader downloader, string address)
{
    private readonly Uri _address = UrlText.TryRead(address) is { } url
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
        ? url
        : throw new SeoAuditResponseException("MetricSpot named an address for a PDF that is not an absolute https URL.")
        {
            Service = AuditService.MetricSpot,
            Operation = "CreatePdf",
        };

    /// <summary>The file; null while it is being made.</summary>
    public async Task<Stream?> TryOpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            Download download = await downloader.DownloadAsync(_address, cancellationToken).ConfigureAwait(false);
            if (IsFile(download.MediaType))
            {
                return download.Content;
            }

            await download.Content.DisposeAsync().ConfigureAwait(false);
            return null;
        }
        catch (SeoAuditException exception) when (exception is SeoAuditConflictException or SeoAuditNotFoundException)
        {
            return null;
        }
    }

    // Until it is ready, the address answers with its state, in JSON or as a page.
    private static bool IsFile(string? mediaType) =>
        mediaType is null or "application/pdf" or "application/octet-stream" or "binary/octet-stream";
}
