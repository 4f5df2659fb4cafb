namespace SeoAudit.Client.Tests.Support;

/// <summary>Counts what is under way.</summary>
internal sealed class InFlightHandler : DelegatingHandler
{
    private readonly InFlightCount _count;

    public InFlightHandler()
        : this(new InFlightCount()) => InnerHandler = new SocketsHttpHandler();

    public InFlightHandler(InFlightCount count) => _count = count;

    public int Count => _count.Count;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _count.Begin();
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            _count.End();
        }
    }
}
