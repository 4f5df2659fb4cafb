namespace SeoAudit.Emulator.Auditing;

/// <param name="Id">The rule, by its axe-core name, e.g. <c>image-alt</c>.</param>
/// <param name="Impact"><c>minor</c>, <c>moderate</c>, <c>serious</c> or <c>critical</c>.</param>
/// <param name="Help">What the rule asks for.</param>
/// <param name="HelpUrl">Where the rule is explained.</param>
/// <param name="WcagTags">The success criteria, e.g. <c>wcag111</c>.</param>
/// <param name="Nodes">The elements that violate it.</param>
internal sealed record AccessibilityViolation(
    string Id, string Impact, string Help, Uri HelpUrl, IReadOnlyList<string> WcagTags, IReadOnlyList<AccessibilityNode> Nodes);

/// <param name="Target">A CSS selector for the element.</param>
/// <param name="Html">The element's own opening tag.</param>
/// <param name="FailureSummary">Why it fails.</param>
internal sealed record AccessibilityNode(IReadOnlyList<string> Target, string Html, string FailureSummary);
