namespace SeoAudit.Client.Seogent;

/// <summary>The account's credits. Source: SEOgent API reference, <c>GET /credits</c>.</summary>
public sealed record CreditBalance : ServiceResult
{
    /// <summary>Credits left.</summary>
    public required long Balance { get; init; }

    /// <summary>Whether more are bought when they run out.</summary>
    public bool AutoRenew { get; init; }
}
