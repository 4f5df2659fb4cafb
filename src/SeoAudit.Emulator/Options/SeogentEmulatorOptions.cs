namespace SeoAudit.Emulator;

/// <summary>Settings of the SEOgent emulation.</summary>
public sealed class SeogentEmulatorOptions
{
    /// <summary>Known tokens and the credits that the account of each starts with. Empty by default.</summary>
    public IDictionary<string, long> Tokens { get; } = new Dictionary<string, long>(StringComparer.Ordinal);

    /// <summary>
    /// Whether a token outside <see cref="Tokens"/> that has the documented form (<c>sk_…</c>) is accepted as an account of
    /// its own; otherwise it is answered with 401. True by default.
    /// </summary>
    public bool AcceptAnyWellFormedToken { get; set; } = true;

    /// <summary>Credits that an account outside <see cref="Tokens"/> starts with. 100,000 by default.</summary>
    public long StartingBalance { get; set; } = 100_000;

    /// <summary>What <c>GET /credits</c> says of automatic renewal. True by default, as in the documented sample.</summary>
    public bool AutoRenew { get; set; } = true;

    /// <summary>Credits for one page without options. 1 by default.</summary>
    public int CreditsPerPage { get; set; } = 1;

    /// <summary>
    /// Credits that <c>performance_scan</c> adds for each page. 3 by default: with the two others at 1, the documented sample
    /// (100 pages with performance and links for 500 credits) comes out.
    /// </summary>
    public int PerformanceCreditsPerPage { get; set; } = 3;

    /// <summary>Credits that <c>link_check</c> adds for each page. 1 by default.</summary>
    public int LinkCheckCreditsPerPage { get; set; } = 1;

    /// <summary>Credits that <c>accessibility_scan</c> adds for each page. 1 by default.</summary>
    public int AccessibilityCreditsPerPage { get; set; } = 1;

    /// <summary>The largest <c>per_page</c> of the results; more is answered with 422. 200 by default.</summary>
    public int PageSizeLimit { get; set; } = 200;

    /// <summary>Scans on one page of <c>GET /scans</c>. 20 by default.</summary>
    public int ListPageSize { get; set; } = 20;

    /// <summary>How long a scan stays <c>pending</c> at least. 100 ms by default.</summary>
    public TimeSpan PendingDuration { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How long the crawl of one page takes at least. 5 ms by default.</summary>
    public TimeSpan CrawlPerPage { get; set; } = TimeSpan.FromMilliseconds(5);

    /// <summary>How long the analysis of one page takes at least. 5 ms by default.</summary>
    public TimeSpan AnalyzePerPage { get; set; } = TimeSpan.FromMilliseconds(5);

    /// <summary>
    /// Scans that an account may create in a minute before it is answered with 429 and <c>Retry-After</c>; null, the default,
    /// for no limit.
    /// </summary>
    public int? CreatesPerMinute { get; set; }

    /// <summary>
    /// Other requests that an account may send in a minute before it is answered with 429 and <c>Retry-After</c>; null, the
    /// default, for no limit.
    /// </summary>
    public int? ReadsPerMinute { get; set; }

    /// <summary>
    /// The status of a scan after its cancellation, which is not documented. <c>cancelled</c> by default; <c>failed</c> is the
    /// other likely reading.
    /// </summary>
    public string CancelledStatus { get; set; } = "cancelled";

    /// <summary>
    /// How answers spell the crawl mode that was asked for in lower case. Capitalised by default, as in the documented sample.
    /// </summary>
    public CrawlModeCasing CrawlModeCasing { get; set; } = CrawlModeCasing.Capitalized;

    /// <summary>
    /// The waits before a webhook that was not answered with success is sent again; as many retries as there are waits.
    /// One, five and fifteen seconds by default. Only completed scans send one, and only to
    /// <see cref="SeoAuditEmulatorOptions.AllowedHosts"/>.
    /// </summary>
    public IList<TimeSpan> WebhookRetryDelays { get; } =
        [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15)];

    /// <summary>
    /// How many copies of each webhook are sent at the same time, each with retries of its own; 1 or more. 1 by default.
    /// </summary>
    public int WebhookCopies { get; set; } = 1;

    /// <summary>
    /// The waits before a webhook that was answered with success is sent once more all the same; as many repeats as there are
    /// waits. None by default.
    /// </summary>
    public IList<TimeSpan> WebhookRepeatDelays { get; } = [];

    /// <summary>
    /// How long the webhook of the first scan that completes is held back, that of the second, and so on; later ones are sent at
    /// once. None by default. A long wait before a short one lets webhooks overtake each other.
    /// </summary>
    public IList<TimeSpan> WebhookHoldbacks { get; } = [];
}
