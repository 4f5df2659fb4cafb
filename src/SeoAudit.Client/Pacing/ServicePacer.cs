using System.Threading.RateLimiting;
using SeoAudit.Client.Http;

namespace SeoAudit.Client.Pacing;

/// <summary>Paces what costs at one service, for all who call it on one account, and knows what is left.</summary>
internal abstract class ServicePacer(ServiceProfile profile, TimeProvider time) : IDisposable
{
    // How long an answer counts that does not say when its numbers end.
    private static readonly TimeSpan UntoldPeriod = TimeSpan.FromDays(1);

    private volatile SaidQuota? _said;
    private volatile bool _closed;

    /// <summary>The service; null for plain downloads.</summary>
    public ServiceProfile Profile => profile;

    protected AuditService Service { get; } =
        profile.Service ?? throw new ArgumentException("Only calls to a service are paced.", nameof(profile));

    /// <summary>Whether a call has to ask at all.</summary>
    public abstract bool Paces(ServiceOptions options);

    /// <summary>Waits for a permit.</summary>
    /// <returns>The permit, which is held until it is given back.</returns>
    /// <exception cref="SeoAuditRateLimitException">There is none in time.</exception>
    public async ValueTask<RateLimitLease> AcquireAsync(
        ServiceEndpoint endpoint, ServiceOptions options, CancellationToken cancellationToken)
    {
        RateLimitLease lease;
        try
        {
            lease = await Limiter(options).AcquireAsync(permitCount: 1, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            throw cancellationToken.IsCancellationRequested
                ? new OperationCanceledException(exception.Message, exception, cancellationToken)
                : Failure(endpoint, exception);
        }

        if (lease.IsAcquired)
        {
            return lease;
        }

        try
        {
            throw _closed ? Closed(endpoint, innerException: null) : Refusal(lease, endpoint, options);
        }
        finally
        {
            GiveBack(lease);
        }
    }

    /// <summary>Gives a permit back, or a refusal.</summary>
    public static void GiveBack(RateLimitLease lease)
    {
        try
        {
            lease.Dispose();
        }
        catch (Exception)
        {
            // An answer is paid for by now, and must not be lost because a limiter that the app supplied cannot be reached.
        }
    }

    /// <summary>Takes in what an answer said about limits.</summary>
    public void Observe(RateLimit limit)
    {
        if (limit.Limit is not null || limit.Remaining is not null)
        {
            _said = new SaidQuota(limit, limit.ResetsAt ?? time.GetUtcNow() + UntoldPeriod);
        }
    }

    /// <summary>What is left, as the service said last, or else as it was counted here.</summary>
    public AuditQuota Quota(ServiceOptions options)
    {
        AuditQuota counted = Counted(options);
        return _said is { } said && time.GetUtcNow() < said.Until
            ? counted with
            {
                Limit = said.RateLimit.Limit ?? counted.Limit,
                Remaining = said.RateLimit.Remaining ?? counted.Remaining,
                ResetsAt = said.RateLimit.ResetsAt ?? counted.ResetsAt,
            }
            : counted;
    }

    public void Dispose()
    {
        _closed = true;
        Close();
    }

    protected abstract RateLimiter Limiter(ServiceOptions options);

    protected abstract AuditQuota Counted(ServiceOptions options);

    /// <summary>Ends the waits.</summary>
    protected abstract void Close();

    private SeoAuditRateLimitException Refusal(RateLimitLease lease, ServiceEndpoint endpoint, ServiceOptions options)
    {
        AuditQuota counted = Counted(options);
        TimeSpan? wait = lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan retryAfter) ? retryAfter : null;
        string? reason = lease.TryGetMetadata(MetadataName.ReasonPhrase, out string? phrase) ? phrase : null;
        return new SeoAuditRateLimitException(
            $"{Name(endpoint)} was not sent: {reason ?? "the limiter that the app supplied refused it"}.")
        {
            Service = Service,
            Operation = endpoint.Name,
            IsTransient = true,
            RateLimit = new RateLimit
            {
                Limit = counted.Limit,
                Remaining = counted.Remaining,
                ResetsAt = counted.ResetsAt,
                RetryAfter = wait,
                RetryAt = time.GetUtcNow() + wait,
            },
        };
    }

    private SeoAuditException Failure(ServiceEndpoint endpoint, Exception exception) => _closed
        ? Closed(endpoint, exception)
        : new SeoAuditException($"{Name(endpoint)} was not sent: the limiter that the app supplied failed.", exception)
        {
            Service = Service,
            Operation = endpoint.Name,
        };

    private SeoAuditException Closed(ServiceEndpoint endpoint, Exception? innerException) =>
        new($"{Name(endpoint)} was abandoned because the client was closed.", innerException)
        {
            Service = Service,
            Operation = endpoint.Name,
        };

    private string Name(ServiceEndpoint endpoint) => $"{profile.Name} {endpoint.Name}";

    private sealed record SaidQuota(RateLimit RateLimit, DateTimeOffset Until);
}
