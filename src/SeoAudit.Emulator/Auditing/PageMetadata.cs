namespace SeoAudit.Emulator.Auditing;

/// <summary>What the head of a page says of it; null where it says nothing.</summary>
internal sealed record PageMetadata(
    string? Title, string? Description, string? Canonical, string? OgTitle, string? OgDescription, string? OgImage);
