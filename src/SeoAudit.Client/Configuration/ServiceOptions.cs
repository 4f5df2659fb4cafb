using SeoAudit.Client.Pacing;

namespace SeoAudit.Client;

/// <summary>Settings that every service has.</summary>
public abstract class ServiceOptions
{
    private Uri? _emulator;

    private protected ServiceOptions(Uri baseAddress) => BaseAddress = baseAddress;

    /// <summary>
    /// Where the service answers; a path prefix is kept. Keys travel only to this host, and only over https unless the host is
    /// loopback.
    /// </summary>
    /// <value>The service's documented public address by default. Read when a client is created.</value>
    public Uri BaseAddress { get; set; }

    /// <summary>How long one attempt may take, from connecting to the last byte of the answer.</summary>
    /// <value>
    /// <see langword="null"/> by default: each endpoint's own allowance (30 seconds for most, 60 seconds for SEOgent results and PDF
    /// downloads, 130 seconds for the anonymous MetricSpot audit). Otherwise 0.1 seconds to 1 hour.
    /// </value>
    public TimeSpan? AttemptTimeout { get; set; }

    /// <summary>
    /// How long a call may take with all its retries. A <c>Retry-After</c> that does not fit in what is left is not slept
    /// through: the call fails at once and says when to come back.
    /// </summary>
    /// <value>
    /// <see langword="null"/> by default: each endpoint's own allowance (100 seconds for most, 180 seconds for SEOgent results,
    /// 120 seconds for PDF downloads, 130 seconds for the anonymous MetricSpot audit). Otherwise 0.1 seconds to 1 hour, and not
    /// less than <see cref="AttemptTimeout"/>.
    /// </value>
    public TimeSpan? TotalTimeout { get; set; }

    /// <summary>
    /// How often a call is tried again after a transient failure (408, 429, 5xx, a lost connection, a time-out). A call that creates
    /// something is sent again only where the service certainly did not accept it, or shows that it has nothing of it.
    /// </summary>
    /// <value>3 by default; 0 to 10.</value>
    public int MaxRetries { get; set; } = 3;

    /// <summary>The wait before the first retry; it doubles with each further one, with jitter, up to 30 seconds.</summary>
    /// <value>0.5 seconds by default; 0 to 30 seconds. A longer <c>Retry-After</c> is always honoured.</value>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The largest answer that is read, in bytes after decompression.</summary>
    /// <value>64 MiB by default; 1 KiB to 1 GiB.</value>
    public long MaxResponseBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>
    /// How many times its own size an answer may unpack to, looked at from 1 MiB on. One that passes it is taken for a decompression
    /// bomb and ends in a <see cref="SeoAuditResponseException"/>.
    /// </summary>
    /// <value>
    /// 200 by default; 1 to 1,000,000. The most repetitive lists of findings reach 150 with gzip, which is what is asked for; no gzip
    /// exceeds 1,032.
    /// </value>
    public int MaxCompressionRatio { get; set; } = 200;

    /// <summary>Whether results carry the answer as it came over the wire, on <see cref="ServiceResult.RawResponse"/>.</summary>
    /// <value><see langword="false"/> by default.</value>
    public bool KeepRawResponses { get; set; }

    /// <summary>
    /// How long a call that has to wait for its turn may do so, before its own time begins. One that would wait longer fails at
    /// once with a <see cref="SeoAuditRateLimitException"/> that says when to come back.
    /// </summary>
    /// <value>5 minutes by default; 0 (never wait) to 7 days. Read on every call.</value>
    public TimeSpan MaxPacingWait { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How many calls may wait for their turn at a time; further ones fail at once with a <see cref="SeoAuditRateLimitException"/>.</summary>
    /// <value>1,000 by default; 0 (never wait) to 100,000. Read on every call.</value>
    public int PacingQueueLimit { get; set; } = 1_000;

    /// <summary>The limits that the settings put on audits.</summary>
    internal virtual PacingRules Pacing => default;

    /// <summary>The secret that proves who is calling; null where none is set.</summary>
    internal abstract string? Credential { get; }

    /// <summary>Whether calls go to an emulator, which no real key may reach, whenever it was set.</summary>
    internal bool IsEmulated => _emulator is { } emulator && BaseAddress is { IsAbsoluteUri: true } address
        && address.Authority == emulator.Authority;

    private protected PacingRules Rules(string section, PacingRule? quota, PacingRule? spacing = null) => new()
    {
        Section = section,
        Quota = quota,
        Spacing = spacing,
        MaxWait = MaxPacingWait,
        QueueLimit = PacingQueueLimit,
    };

    private protected void UseEmulator(Uri address)
    {
        BaseAddress = address;
        _emulator = address;
    }
}
