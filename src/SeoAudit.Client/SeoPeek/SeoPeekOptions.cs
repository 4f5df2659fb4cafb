using System.Text.Json.Serialization;
using SeoAudit.Client.Pacing;

namespace SeoAudit.Client.SeoPeek;

/// <summary>Settings of the SEOPeek client.</summary>
public sealed class SeoPeekOptions : ServiceOptions
{
    /// <summary>Creates the settings with their defaults.</summary>
    public SeoPeekOptions()
        : base(new Uri("https://seopeek.web.app/"))
    {
    }

    /// <summary>The key (<c>seo_…</c>), sent as <c>x-api-key</c>. SEOPeek works without one, at 50 audits a day.</summary>
    /// <value><see langword="null"/> by default. Read on every request. Not written to JSON, nor read from it.</value>
    [JsonIgnore]
    public string? ApiKey { get; set; }

    /// <summary>The plan, whose audits a day this client keeps to.</summary>
    /// <value>
    /// <see langword="null"/> by default: nothing is limited on this side. <see cref="DailyQuota"/> wins over it. Read on every call.
    /// </value>
    public SeoPeekPlan? Plan { get; set; }

    /// <summary>How many audits this client sends in any 24 hours. Those that fail count too; retries of one do not.</summary>
    /// <value>
    /// <see langword="null"/> by default: what <see cref="Plan"/> allows. Otherwise 1 to 1,000,000. Read on every call. SEOPeek does
    /// not document when its day begins; what no 24 hours exceed, no day of its does.
    /// </value>
    public int? DailyQuota { get; set; }

    internal override PacingRules Pacing => Rules("SeoPeek", DailyQuota is { } quota
        ? new PacingRule(nameof(DailyQuota), quota, TimeSpan.FromDays(1))
        : AuditsADay is { } audits
            ? new PacingRule(nameof(Plan), audits, TimeSpan.FromDays(1))
            : null);

    private int? AuditsADay => Plan switch
    {
        SeoPeekPlan.Free => 50,
        SeoPeekPlan.Starter => 1_000,
        SeoPeekPlan.Pro => 10_000,
        _ => null,
    };

    internal override string? Credential => IsEmulated ? null : ApiKey;

    internal void MoveToEmulator(Uri root)
    {
        UseEmulator(new Uri(root, "seopeek/"));
        ApiKey = null;
    }
}
