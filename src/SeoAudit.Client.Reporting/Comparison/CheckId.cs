namespace SeoAudit.Client.Reporting;

/// <summary>What tells one check from another: the service, and its machine name, or, where it has none (SEOPeek), its name for people.</summary>
/// <param name="Service">The service whose check it is.</param>
/// <param name="Id">The machine name, or the name.</param>
public sealed record CheckId(AuditService Service, string Id)
{
    /// <summary>The name for people. It takes no part in comparisons.</summary>
    public string Name { get; init; } = Id;

    /// <summary>How much it matters, in the service's words; null where it says nothing. It takes no part in comparisons.</summary>
    public string? Severity { get; init; }

    /// <inheritdoc/>
    public bool Equals(CheckId? other) =>
        other is not null && Service == other.Service && string.Equals(Id, other.Id, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Service, StringComparer.OrdinalIgnoreCase.GetHashCode(Id));
}
