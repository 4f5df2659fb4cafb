namespace SeoAudit.Emulator.Auditing.Fetching;

/// <summary>An answer as it came, whatever its status and type.</summary>
internal sealed record FetchedResource
{
    public required Uri RequestedUrl { get; init; }

    /// <summary>The address that answered, after redirects.</summary>
    public required Uri FinalUrl { get; init; }

    public required int StatusCode { get; init; }

    public string? MediaType { get; init; }

    /// <summary>The charset that <c>Content-Type</c> names.</summary>
    public string? Charset { get; init; }

    /// <summary>The values of the <c>X-Robots-Tag</c> headers.</summary>
    public IReadOnlyList<string> RobotsTags { get; init; } = [];

    public int RedirectCount { get; init; }

    public TimeSpan TimeToFirstByte { get; init; }

    public TimeSpan LoadTime { get; init; }

    /// <summary>The body, decompressed.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    public bool IsSuccess => StatusCode is >= 200 and < 300;

    public bool IsHtml => MediaType is not null
        && (MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase)
            || MediaType.Equals("application/xhtml+xml", StringComparison.OrdinalIgnoreCase));
}
