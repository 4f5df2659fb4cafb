namespace SeoAudit.Emulator.SeoPeek.Wire;

internal sealed record SeoPeekAudit(
    string Url,
    int Score,
    string Grade,
    IReadOnlyList<SeoPeekCheck> Checks,
    SeoPeekMeta Meta,
    SeoPeekSummary Summary,
    string Timestamp);

internal sealed record SeoPeekCheck(string Name, bool Passed, string Message, string? Value);

internal sealed record SeoPeekMeta(
    string? Title, string? Description, string? Canonical, string? OgTitle, string? OgDescription, string? OgImage);

internal sealed record SeoPeekSummary(int Total, int Passed, int Failed);
