namespace SeoAudit.Emulator.MetricSpot;

/// <summary>
/// A PDF of an audit. Ready by the clock alone; its bytes are made when they are asked for. The token makes its signed
/// address hard to guess.
/// </summary>
internal sealed record PdfJob(
    long Id, AuditJob Audit, string Language, string? BrandId, DateTimeOffset CreatedAt, string DownloadToken)
{
    private static readonly TimeSpan SignedAddressLifetime = TimeSpan.FromMinutes(15);

    public bool IsReady(DateTimeOffset now, TimeSpan renderDuration) => now >= CreatedAt + renderDuration;

    public bool IsSignedAddressValid(DateTimeOffset now, TimeSpan renderDuration) =>
        now < CreatedAt + renderDuration + SignedAddressLifetime;
}
