using System.Net;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Faults;

/// <summary>A service that answers well but for some requests, to which a fault happens for a while.</summary>
/// <param name="clock">The clock.</param>
/// <param name="fault">What goes wrong.</param>
/// <param name="strikes">With which requests.</param>
/// <param name="good">What is answered otherwise.</param>
internal sealed class FaultyService(FaultClock clock, Fault fault, Predicate<HttpRequestMessage> strikes, Func<HttpRequestMessage, string> good)
    : HttpMessageHandler
{
    // Only what a fault needs to know of an endpoint that is read.
    private static readonly MatrixEndpoint Read = MatrixEndpoints.All.First(static endpoint => endpoint.Column == EndpointColumn.Read);

    private readonly List<HttpRequestMessage> _asked = [];
    private readonly object _lock = new();

    /// <summary>How often it still happens.</summary>
    public int Left { get; set; } = int.MaxValue;

    /// <summary>How many requests came that it was meant for.</summary>
    public int Struck { get; private set; }

    public IReadOnlyList<HttpRequestMessage> Asked
    {
        get
        {
            lock (_lock)
            {
                return [.. _asked];
            }
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        bool isStruck;
        lock (_lock)
        {
            _asked.Add(request);
            isStruck = strikes(request);
            Struck += isStruck ? 1 : 0;
            isStruck &= Left > 0;
            Left -= isStruck ? 1 : 0;
        }

        // As the network would, which is how a request that creates something is known to have been sent.
        await (request.Content?.CopyToAsync(Stream.Null, cancellationToken) ?? Task.CompletedTask).ConfigureAwait(false);
        string answer = good(request);
        return isStruck
            ? await fault.Play(new FaultScene(Read with { Good = answer }, clock), cancellationToken).ConfigureAwait(false)
            : ScriptedHandler.Json(answer, request.Method == HttpMethod.Post ? HttpStatusCode.Created : HttpStatusCode.OK);
    }
}
