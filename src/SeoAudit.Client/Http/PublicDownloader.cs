namespace SeoAudit.Client.Http;

internal sealed class PublicDownloader(HttpClient client) : IPublicDownloader
{
    public Task<Download> DownloadAsync(Uri address, CancellationToken cancellationToken) =>
        GetAsync(nameof(DownloadAsync), address, cancellationToken);

    public Task<Download> GetSitemapAsync(Uri address, CancellationToken cancellationToken) =>
        GetAsync(nameof(GetSitemapAsync), address, cancellationToken);

    private async Task<Download> GetAsync(string method, Uri address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", "*/*");
        request.Options.Set(ServiceProfile.MethodName, method);
        HttpResponseMessage response =
            await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        try
        {
            Stream content = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            return new Download(content, response.Content.Headers.ContentType?.MediaType, response.RequestMessage?.RequestUri ?? address);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
