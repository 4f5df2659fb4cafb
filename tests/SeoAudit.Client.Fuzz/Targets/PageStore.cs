using SeoAudit.Client.Http;

namespace SeoAudit.Client.Fuzz.Targets;

/// <summary>Hands out one document after the other, whatever is asked for, then errors.</summary>
internal sealed class PageStore(IEnumerable<byte[]> documents, int piece) : IPublicDownloader
{
    private readonly Queue<byte[]> _documents = new(documents);

    public Task<Download> DownloadAsync(Uri address, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Download> GetSitemapAsync(Uri address, CancellationToken cancellationToken) => _documents.TryDequeue(out byte[]? document)
        ? Task.FromResult(new Download(new PieceStream(document, piece), "text/xml", address))
        : throw new SeoAuditNotFoundException("There is nothing.") { StatusCode = System.Net.HttpStatusCode.NotFound };
}
