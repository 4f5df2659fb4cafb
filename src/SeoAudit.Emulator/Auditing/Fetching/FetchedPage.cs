namespace SeoAudit.Emulator.Auditing.Fetching;

/// <param name="Response">How the page was answered.</param>
/// <param name="Html">Its text.</param>
internal sealed record FetchedPage(FetchedResource Response, string Html);
