using Refit;

namespace SeoAudit.Client.Http;

internal sealed class PublicDownloader(HttpClient client) : IPublicDownloader
{
    private static readonly HttpRequestOptionsKey<string> MethodName = new(HttpRequestMessageOptions.MethodName);

    public async Task<Download> DownloadAsync(Uri address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", "*/*");
        request.Options.Set(MethodName, nameof(DownloadAsync));
        HttpResponseMessage response =
            await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        Stream content = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        return new Download(content, response.Content.Headers.ContentType?.MediaType);
    }
}
