using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.SeoPeek;

namespace SeoAudit.Client;

/// <summary>
/// Settings of an <see cref="ISeoAuditClient"/>. Bound from the configuration section <c>SeoAudit</c>; as environment
/// variables they are named like <c>SeoAudit__Seogent__ApiToken</c>.
/// </summary>
/// <remarks>
/// A service whose key is not set stays usable where it needs none, and otherwise fails on first use, naming the setting. Keys
/// are read on every request, so a change takes effect without a restart.
/// </remarks>
public sealed class SeoAuditOptions
{
    /// <summary>The configuration section that <c>AddSeoAudit()</c> reads by default.</summary>
    public const string SectionName = "SeoAudit";

    /// <summary>Settings of the SEOPeek client.</summary>
    public SeoPeekOptions SeoPeek { get; set; } = new();

    /// <summary>Settings of the SEOgent client.</summary>
    public SeogentOptions Seogent { get; set; } = new();

    /// <summary>Settings of the MetricSpot client.</summary>
    public MetricSpotOptions MetricSpot { get; set; } = new();

    /// <summary>
    /// Whose audits these are, for the cache (<see cref="SeoAuditBuilder.UseCaching"/>): clients of one tenant share cached audits,
    /// even where they have different keys, and no other client ever sees them. Not a secret. Read when a client is created.
    /// </summary>
    /// <value>
    /// <see langword="null"/> by default: each registration is a tenant of its own, and not the tenant of its name; clients of
    /// <see cref="ISeoAuditClientFactory"/> then cache nothing. Otherwise 1 to 64 letters, digits, <c>-</c>, <c>_</c> or <c>.</c>.
    /// </value>
    public string? Tenant { get; set; }

    /// <summary>
    /// Points all three services at an emulator and replaces every key with a made-up one, so that no real key can reach it: a
    /// key set later counts again only once the base address is another one too.
    /// Waits poll quickly, because an emulator answers quickly.
    /// </summary>
    /// <param name="emulator">The emulator's base address, e.g. <c>http://127.0.0.1:5080/</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="emulator"/> is not an absolute http(s) address.</exception>
    public void UseEmulator(Uri emulator)
    {
        Validation.Require.HttpUrl(emulator);
        var root = new Uri(emulator.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/", UriKind.Absolute);
        SeoPeek.MoveToEmulator(root);
        Seogent.MoveToEmulator(root);
        MetricSpot.MoveToEmulator(root);
    }
}
