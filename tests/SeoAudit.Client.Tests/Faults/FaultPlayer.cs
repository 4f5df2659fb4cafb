using System.Net;

namespace SeoAudit.Client.Tests.Faults;

/// <summary>The network of one cell: plays a fault to some attempts and answers the others well; notes what is not given back.</summary>
internal sealed class FaultPlayer(MatrixEndpoint endpoint, FaultClock clock) : HttpMessageHandler
{
    private readonly FaultScene _scene = new(endpoint, clock);
    private readonly List<FaultBody> _bodies = [];
    private Fault? _fault;
    private int _faults;
    private Listing _listing;
    private DateTimeOffset _started;
    private int _id;
    private DateTimeOffset? _notBefore;

    public int Attempts { get; private set; }

    public int Looks { get; private set; }

    /// <summary>How many of them came before the service had allowed it.</summary>
    public int TooEarly { get; private set; }

    /// <summary>The largest span between the moment that the service named and the attempt that followed.</summary>
    public TimeSpan Latest { get; private set; }

    public int Held => _bodies.Count(static body => !body.IsReleased);

    /// <summary>Begins a new cell.</summary>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="times">How often, before all is well.</param>
    /// <param name="listing">What a look at the service's list finds.</param>
    public void Begin(Fault fault, int times, Listing listing)
    {
        (_fault, _faults, _listing, _notBefore) = (fault, times, listing, null);
        (_started, Looks, _id) = (clock.GetUtcNow(), 0, _id + 1);
        (Attempts, TooEarly, Latest) = (0, 0, TimeSpan.Zero);
        _bodies.Clear();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (endpoint.List is { } list && request.Method == HttpMethod.Get)
        {
            Looks++;
            return Keep(_listing == Listing.Refused
                ? _scene.Answer(HttpStatusCode.Forbidden, "{}")
                : _scene.Answer(HttpStatusCode.OK, list(_listing == Listing.There ? (_id, _started) : null)));
        }

        Attempts++;
        if (_notBefore is { } moment)
        {
            TooEarly += clock.GetUtcNow() < moment ? 1 : 0;
            TimeSpan late = clock.GetUtcNow() - moment;
            Latest = late > Latest ? late : Latest;
        }

        _notBefore = null;
        if (Attempts > _faults)
        {
            return Keep(_scene.Answer());
        }

        if (request.Content is not null && !_fault!.IsBeforeSending)
        {
            await request.Content.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);
        }

        HttpResponseMessage response = await _fault!.Play(_scene, cancellationToken).ConfigureAwait(false);
        _notBefore = _fault.NotBefore?.Invoke(_scene);
        return Keep(response);
    }

    private HttpResponseMessage Keep(HttpResponseMessage response)
    {
        _bodies.Add((FaultBody)response.Content);
        return response;
    }
}
