namespace SeoAudit.Emulator.Seogent.Wire;

internal sealed record SeogentDomains(IReadOnlyList<SeogentDomain> Data);

internal sealed record SeogentDomain(int Id, string Domain, int TotalScans, string? LastScannedAt);

internal sealed record SeogentCredits(long Balance, bool AutoRenew);
