namespace SeoAudit.Client.Http;

/// <summary>Gets files from anywhere, without any key.</summary>
internal interface IPublicDownloader
{
    /// <summary>Gets a file as a stream; the caller disposes it.</summary>
    Task<Stream> DownloadAsync(Uri address, CancellationToken cancellationToken);
}
