using System.Net;

namespace SeoAudit.Client;

/// <summary>All that is known of a failure, so that it can be set on, and handed from, an exception of any type.</summary>
internal sealed record FailureFacts
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> NoFieldErrors =
        System.Collections.ObjectModel.ReadOnlyDictionary<string, IReadOnlyList<string>>.Empty;

    public static readonly FailureFacts None = new();

    public AuditService? Service { get; init; }

    public string? Operation { get; init; }

    public HttpStatusCode? StatusCode { get; init; }

    public string? ErrorCode { get; init; }

    public string? ServiceMessage { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>> FieldErrors
    {
        get;
        init => field = value ?? NoFieldErrors;
    } = NoFieldErrors;

    public string? RequestId { get; init; }

    public RateLimit? RateLimit { get; init; }

    public string? ResponseBody { get; init; }

    public bool IsTransient { get; init; }

    public int Attempts { get; init; }

    public string? OperationId { get; init; }
}
