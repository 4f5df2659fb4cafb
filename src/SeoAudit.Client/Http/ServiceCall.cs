using SeoAudit.Client.Http.Secrets;
using static SeoAudit.Client.Http.Durations;

namespace SeoAudit.Client.Http;

/// <summary>One call on its way through the pipeline, with all its attempts.</summary>
internal sealed class ServiceCall(
    ServiceProfile profile, ServiceEndpoint endpoint, ServiceOptions options, TimeProvider time, bool isBulk = false, CallWatch? watch = null)
{
    private static readonly HttpRequestOptionsKey<ServiceCall> Key = new("SeoAudit.Call");

    private readonly long _started = time.GetTimestamp();
    private KeyMask? _mask;

    public ServiceProfile Profile => profile;

    /// <summary>Service and endpoint, as messages begin.</summary>
    public string Name => $"{profile.Name} {endpoint.Name}";

    public ServiceEndpoint Endpoint => endpoint;

    public ServiceOptions Options => options;

    public TimeProvider Time => time;

    /// <summary>Whether a 429 is the caller's to wait for.</summary>
    public bool IsBulk => isBulk;

    /// <summary>The key that this call is made with, whatever the options say by the time of its answer.</summary>
    public string? Credential { get; } = options.Credential;

    /// <summary>What watches the call; null for nothing.</summary>
    public CallWatch? Watch => watch;

    public TimeSpan AttemptTimeout => Min(options.AttemptTimeout ?? endpoint.AttemptTimeout, watch?.Allowance ?? TimeSpan.MaxValue);

    /// <summary>All attempts together; never less than one attempt may take.</summary>
    public TimeSpan TotalTimeout => Min(TotalTimeoutOf(options, endpoint), watch?.Allowance ?? TimeSpan.MaxValue);

    public TimeSpan Elapsed => time.GetElapsedTime(_started);

    public TimeSpan Remaining => TotalTimeout - Elapsed;

    /// <summary>What the next attempt may take: its own allowance, or what is left of the call's. Never zero, which would mean for ever.</summary>
    public TimeSpan AttemptAllowance => Attempts == 0 ? AttemptTimeout : Max(Min(Remaining, AttemptTimeout), TimeSpan.FromMilliseconds(1));

    /// <summary>How many times the request has been sent.</summary>
    public int Attempts { get; set; }

    /// <summary>What the last answer said about limits.</summary>
    public RateLimit? RateLimit { get; set; }

    /// <summary>What the last answer amounted to; null where it was a success or none came.</summary>
    public SeoAuditException? Failure { get; set; }

    /// <summary>The wait before the next attempt, chosen together with the decision to make one.</summary>
    public TimeSpan NextDelay { get; set; }

    public static TimeSpan TotalTimeoutOf(ServiceOptions options, ServiceEndpoint endpoint) =>
        Max(options.TotalTimeout ?? endpoint.TotalTimeout, options.AttemptTimeout ?? endpoint.AttemptTimeout);

    public void AttachTo(HttpRequestMessage request) => request.Options.Set(Key, this);

    public static ServiceCall Of(HttpRequestMessage request) =>
        request.Options.TryGetValue(Key, out ServiceCall? call)
            ? call
            : throw new InvalidOperationException("The request did not come through a SeoAudit client.");

    /// <summary>How many times a request has been sent; zero where it never came so far.</summary>
    public static int AttemptsOf(HttpRequestMessage request) => request.Options.TryGetValue(Key, out ServiceCall? call) ? call.Attempts : 0;

    /// <summary>What an exception can say of the call so far.</summary>
    public FailureFacts Facts() => new()
    {
        Service = profile.Service,
        Operation = endpoint.Name,
        RateLimit = RateLimit,
        Attempts = Attempts,
    };

    /// <summary>Text of the service, without the key.</summary>
    public string Redact(string text) => Redact(text, text.Length);

    /// <summary>The beginning of a text of the service, without the key, even where that only begins there.</summary>
    public string Redact(string text, int end) =>
        Credential is { Length: > 0 } key ? (_mask ??= new KeyMask(key)).Apply(text, end) : text[..end];

    /// <summary>A cause as it may be shown.</summary>
    public Exception WithoutKey(Exception cause) => KeylessException.Of(cause, this);

    /// <summary>What is thrown to a caller who gave the call up.</summary>
    public OperationCanceledException Cancelled(Exception cause, CancellationToken cancellationToken)
    {
        Exception shown = WithoutKey(cause);
        return new OperationCanceledException(shown.Message, shown, cancellationToken);
    }
}
