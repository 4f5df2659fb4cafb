namespace SeoAudit.Client.AspNetCore;

/// <summary>Settings of the receiver of SEOgent webhooks. Read on every request, so a secret is changed without a restart.</summary>
public sealed class SeogentWebhookOptions
{
    /// <summary>The query parameter that carries the secret.</summary>
    public const string SecretParameter = "secret";

    /// <summary>
    /// The address of the endpoint as SEOgent reaches it, e.g. <c>https://app.example.com/seo-callback</c>: absolute, https (plain http
    /// only to loopback), without user name, query or fragment. Needed by <see cref="SeogentWebhookUrls.Create()"/> only.
    /// </summary>
    /// <value><see langword="null"/> by default.</value>
    public Uri? Address { get; set; }

    /// <summary>
    /// The secrets of which a webhook must carry one. The first goes into new addresses; the others are accepted for as long as scans
    /// that were started with them may still complete.
    /// </summary>
    /// <value>
    /// None by default; 1 to 16 are needed, each 32 to 256 characters of letters, digits, <c>-</c>, <c>_</c>, <c>.</c> and <c>~</c>, as
    /// <see cref="SeogentWebhookSecret.Generate"/> makes them.
    /// </value>
    public IList<string> Secrets { get; set; } = [];

    /// <summary>The longest body that is read, in bytes; longer ones are answered with 413.</summary>
    /// <value>64 MiB by default; 1 KiB to 1 GiB. Takes the place of the server's own limit for these requests.</value>
    public long MaxBodyBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>How long the body may take to arrive; slower ones are answered with 408. The server's own least data rate counts as well.</summary>
    /// <value>1 minute by default; 1 second to 1 hour.</value>
    public TimeSpan BodyTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How many scans may be looked up at SEOgent at a time; as many webhooks as ten times that wait, further ones are answered with 429.</summary>
    /// <value>8 by default; 1 to 1,000. Read once.</value>
    public int MaxConcurrentLookups { get; set; } = 8;

    /// <summary>How many scans may be looked up at SEOgent in a minute; further webhooks are answered with 429.</summary>
    /// <value>600 by default; 1 to 1,000,000. Read once.</value>
    public int LookupsPerMinute { get; set; } = 600;
}
