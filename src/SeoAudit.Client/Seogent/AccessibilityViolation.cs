using SeoAudit.Client.Json;

namespace SeoAudit.Client.Seogent;

/// <summary>A rule that a page violates.</summary>
public sealed record AccessibilityViolation
{
    /// <summary>The rule, e.g. <c>color-contrast</c>.</summary>
    public string Id
    {
        get => field ?? string.Empty;
        init;
    }

    /// <summary>How much it hurts; null where the rule does not say.</summary>
    public ViolationImpact? Impact { get; init; }

    /// <summary>What the rule asks for.</summary>
    public string Help
    {
        get => field ?? string.Empty;
        init;
    }

    /// <summary>Where the rule is explained; null where the service does not say.</summary>
    public string? HelpUrl { get; init; }

    /// <summary>The success criteria, e.g. <c>wcag143</c>. Never null.</summary>
    public IReadOnlyList<string> WcagTags
    {
        get => field ?? [];
        init => field = NotNull.Items(value);
    }

    /// <summary>The elements that violate it. Never null.</summary>
    public IReadOnlyList<ViolationNode> Nodes
    {
        get => field ?? [];
        init => field = NotNull.Items(value);
    }
}
