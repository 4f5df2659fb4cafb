namespace SeoAudit.Client.Http;

/// <summary>Gets files from anywhere, without any key.</summary>
internal interface IPublicDownloader
{
    /// <summary>Gets a file as a stream.</summary>
    Task<Download> DownloadAsync(Uri address, CancellationToken cancellationToken);

    /// <summary>Gets a sitemap as a stream, whose size is for the receiver to bound.</summary>
    Task<Download> GetSitemapAsync(Uri address, CancellationToken cancellationToken);
}
