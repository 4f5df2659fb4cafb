namespace SeoAudit.Client.Http;

/// <summary>What the pipeline has to know of one endpoint.</summary>
/// <param name="Method">The Refit method that calls it.</param>
/// <param name="Kind">Whether it may be sent again.</param>
internal sealed record ServiceEndpoint(string Method, EndpointKind Kind)
{
    private const string AsyncSuffix = "Async";

    public const string AnyMediaType = "*";

    public static readonly TimeSpan DefaultAttemptTimeout = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan DefaultTotalTimeout = TimeSpan.FromSeconds(100);

    /// <summary>The name in exceptions and logs.</summary>
    public string Name { get; } =
        Method.EndsWith(AsyncSuffix, StringComparison.Ordinal) ? Method[..^AsyncSuffix.Length] : Method;

    /// <summary>What the spans of its calls are called.</summary>
    public string SpanName { get; init; } = string.Empty;

    /// <summary>Whether it is called without a key, even where one is set.</summary>
    public bool Anonymous { get; init; }

    /// <summary>Whether it counts against the account's quota, and so waits for its turn.</summary>
    public bool Paced { get; init; }

    /// <summary>The media type of an answer that is handed on as a stream instead of being read into memory; * for any, null for JSON.</summary>
    public string? StreamedMediaType { get; init; }

    /// <summary>Whether a success holds a new key, which must not be shown where it cannot be read.</summary>
    public bool AnswersWithKey { get; init; }

    /// <summary>Reads an answer that is as documented, faster than the generated reader; null for none.</summary>
    public QuickReader? QuickReader { get; init; }

    /// <summary>Whether a stream's size is bounded by who reads it, rather than here.</summary>
    public bool IsBoundedByReceiver { get; init; }

    public TimeSpan AttemptTimeout { get; init; } = DefaultAttemptTimeout;

    public TimeSpan TotalTimeout { get; init; } = DefaultTotalTimeout;
}
