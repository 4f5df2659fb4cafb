namespace SeoAudit.Client;

/// <summary>How long cached audits serve; see <see cref="SeoAuditBuilder.UseCaching"/>.</summary>
public sealed class AuditCacheOptions
{
    /// <summary>How long an audit is kept in the distributed cache, where the app has one, and how long it serves at all.</summary>
    /// <value>1 hour by default; 1 second to 30 days.</value>
    public TimeSpan Expiration { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// How long an audit is kept in this process's memory. Where several processes share a distributed cache, this is also how long
    /// one of them may go on with an audit that another has invalidated.
    /// </summary>
    /// <value><see langword="null"/> by default: as <see cref="Expiration"/>. Otherwise 1 second up to <see cref="Expiration"/>.</value>
    public TimeSpan? LocalExpiration { get; set; }
}
