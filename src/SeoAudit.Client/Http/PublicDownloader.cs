using Refit;

namespace SeoAudit.Client.Http;

internal sealed class PublicDownloader(HttpClient client) : IPublicDownloader
{
    private static readonly HttpRequestOptionsKey<string> MethodName = new(HttpRequestMessageOptions.MethodName);

    public async Task<Stream> DownloadAsync(Uri address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("*/*");
        request.Options.Set(MethodName, nameof(DownloadAsync));
        HttpResponseMessage response =
            await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        return await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
    }
}
