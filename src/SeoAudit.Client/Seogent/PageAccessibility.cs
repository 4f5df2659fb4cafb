using SeoAudit.Client.Json;

namespace SeoAudit.Client.Seogent;

/// <summary>Accessibility of a page by WCAG 2.1 AA.</summary>
public sealed record PageAccessibility
{
    /// <summary>0 to 100; null where the service gives none.</summary>
    public double? Score { get; init; }

    /// <summary>What violates a rule. Never null.</summary>
    public IReadOnlyList<AccessibilityViolation> Violations
    {
        get => field ?? [];
        init => field = NotNull.Items(value);
    }
}
