namespace SeoAudit.Client.Reporting.Html.Summary;

/// <summary>What is told of a failed check beside the number of its pages: the first that a page said.</summary>
/// <param name="Severity">How much it matters, in the service's words; null where it says nothing.</param>
/// <param name="Category">Its category or module; null where it has none.</param>
/// <param name="Message">What was found on one page; may be empty.</param>
internal sealed record CheckNote(string? Severity, string? Category, string Message);
