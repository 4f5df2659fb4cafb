namespace SeoAudit.Cli.Settings;

/// <summary>Lets no request leave this machine: a sitemap of a development server may name others anywhere.</summary>
internal sealed class LoopbackOnlyHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.RequestUri is { IsLoopback: true }
            ? base.SendAsync(request, cancellationToken)
            : throw new HttpRequestException($"{request.RequestUri?.Host} is not on this machine, and --local asks nobody else.");
}
