using System.Text.Json;

namespace SeoAudit.Client.MetricSpot;

/// <summary>One rule and whether the page passes it.</summary>
public sealed record Finding
{
    /// <summary>The module, e.g. <c>technical</c>.</summary>
    public string Module
    {
        get => field ?? string.Empty;
        init;
    }

    /// <summary>The rule, <c>module.rule</c>, e.g. <c>technical.https_enforced</c>.</summary>
    public string RuleId
    {
        get => field ?? string.Empty;
        init;
    }

    /// <summary>Whether the page passes.</summary>
    public bool Passed { get; init; }

    /// <summary>How much it matters; <c>info</c> where the service does not say.</summary>
    public FindingSeverity Severity
    {
        get => field.Value.Length == 0 ? FindingSeverity.Info : field;
        init;
    }

    /// <summary>The rule in words.</summary>
    public string Title
    {
        get => field ?? string.Empty;
        init;
    }

    /// <summary>What to do; null where there is nothing to do or say.</summary>
    public string? Recommendation { get; init; }

    /// <summary>What the rule found, as JSON whose members depend on the rule; null where it found nothing to tell.</summary>
    public JsonElement? Data { get; init; }
}
