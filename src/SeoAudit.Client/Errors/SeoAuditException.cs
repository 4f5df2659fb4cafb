using System.Net;

namespace SeoAudit.Client;

/// <summary>
/// What a call to a service ended in when it did not end well. Everything but bad arguments (<see cref="ArgumentException"/>)
/// and the caller's own cancellation (<see cref="OperationCanceledException"/>) leaves the SDK as this type or one derived from it.
/// </summary>
/// <remarks>No property and no message ever holds a key.</remarks>
public class SeoAuditException : Exception
{
    /// <summary>Creates the exception.</summary>
    public SeoAuditException()
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">What went wrong.</param>
    public SeoAuditException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public SeoAuditException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The service that was called; null where none was.</summary>
    public AuditService? Service
    {
        get => Facts.Service;
        init => Facts = Facts with { Service = value };
    }

    /// <summary>The endpoint that was called, by its method on the Refit interface, e.g. <c>CreateScan</c>; null where none was.</summary>
    public string? Operation
    {
        get => Facts.Operation;
        init => Facts = Facts with { Operation = value };
    }

    /// <summary>The HTTP status of the answer; null where none came.</summary>
    public HttpStatusCode? StatusCode
    {
        get => Facts.StatusCode;
        init => Facts = Facts with { StatusCode = value };
    }

    /// <summary>
    /// The service's own code for the error, e.g. <c>scan_not_found</c> (SEOgent) or <c>RATE_LIMITED</c> (MetricSpot, derived from
    /// the status where the answer carries none); null where there is none.
    /// </summary>
    public string? ErrorCode
    {
        get => Facts.ErrorCode;
        init => Facts = Facts with { ErrorCode = value };
    }

    /// <summary>The service's own words; null where it gave none that could be read.</summary>
    public string? ServiceMessage
    {
        get => Facts.ServiceMessage;
        init => Facts = Facts with { ServiceMessage = value };
    }

    /// <summary>What the service found wrong, by field name as on the wire; empty where it named none.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> FieldErrors
    {
        get => Facts.FieldErrors;
        init => Facts = Facts with { FieldErrors = value };
    }

    /// <summary>The id that the service, or a proxy before it, gave the request; null where none was sent.</summary>
    public string? RequestId
    {
        get => Facts.RequestId;
        init => Facts = Facts with { RequestId = value };
    }

    /// <summary>What the answer said about limits; null where it said nothing.</summary>
    public RateLimit? RateLimit
    {
        get => Facts.RateLimit;
        init => Facts = Facts with { RateLimit = value };
    }

    /// <summary>The first 4 KiB of the answer as text, with any key replaced; null where no answer came.</summary>
    public string? ResponseBody
    {
        get => Facts.ResponseBody;
        init => Facts = Facts with { ResponseBody = value };
    }

    /// <summary>Whether the same call could succeed later without any change to it.</summary>
    public bool IsTransient
    {
        get => Facts.IsTransient;
        init => Facts = Facts with { IsTransient = value };
    }

    /// <summary>How many times the request was sent.</summary>
    public int Attempts
    {
        get => Facts.Attempts;
        init => Facts = Facts with { Attempts = value };
    }

    /// <summary>
    /// The id of the scan, audit or PDF that was being waited for, from which the wait can be taken up again; null where the
    /// call was not a wait.
    /// </summary>
    public string? OperationId
    {
        get => Facts.OperationId;
        init => Facts = Facts with { OperationId = value };
    }

    internal FailureFacts Facts { get; set; } = FailureFacts.None;
}
