using System.Net;

namespace SeoAudit.Cli.Settings;

/// <summary>Lets no request leave this machine: a sitemap of a development server may name others anywhere.</summary>
internal sealed class LoopbackOnlyHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.RequestUri is { IsLoopback: true } ? base.SendAsync(request, cancellationToken) : Task.FromResult(Refuse(request));

    // As an answer, so that it is not taken for a connection that may work the next time.
    private static HttpResponseMessage Refuse(HttpRequestMessage request) => new(HttpStatusCode.Forbidden)
    {
        RequestMessage = request,
        Content = new StringContent($"{request.RequestUri?.Host} is not on this machine, and --local asks nobody else."),
    };
}
