namespace SeoAudit.Emulator.Auditing;

/// <param name="Key">Machine name in snake_case, e.g. <c>meta_title</c>; unique on a page.</param>
/// <param name="Name">Name for people, e.g. <c>Title Tag</c>.</param>
/// <param name="Category">One of <c>meta</c>, <c>indexability</c>, <c>crawlability</c>, <c>performance</c>, <c>content</c>.</param>
/// <param name="Weight">Share in the score, 1–10.</param>
/// <param name="Outcome">Whether the page passes.</param>
/// <param name="Message">What was found and, unless passed, what to do about it.</param>
/// <param name="Value">The value that was judged, as text; null where there is none.</param>
internal sealed record CheckResult(
    string Key, string Name, string Category, int Weight, CheckOutcome Outcome, string Message, string? Value);

internal enum CheckOutcome
{
    Passed,
    Warning,
    Failed,
}
