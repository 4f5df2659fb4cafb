namespace SeoAudit.Emulator;

/// <summary>Settings of the SEOPeek emulation.</summary>
public sealed class SeoPeekEmulatorOptions
{
    /// <summary>Known keys and the plan of each. Empty by default.</summary>
    public IDictionary<string, SeoPeekEmulatorPlan> Keys { get; } =
        new Dictionary<string, SeoPeekEmulatorPlan>(StringComparer.Ordinal);

    /// <summary>
    /// Whether a key outside <see cref="Keys"/> that has the documented form (<c>seo_…</c>) is accepted as an account of its
    /// own; otherwise it is answered with 401. True by default.
    /// </summary>
    public bool AcceptAnyWellFormedKey { get; set; } = true;

    /// <summary>The plan of accepted keys that <see cref="Keys"/> does not name. Pro by default.</summary>
    public SeoPeekEmulatorPlan DefaultPlan { get; set; } = SeoPeekEmulatorPlan.Pro;

    /// <summary>
    /// Audits a day, from midnight to midnight UTC, for every account and for every address that calls without a key;
    /// null, the default, for the documented number of the plan (50, 1,000 or 10,000; 50 without a key).
    /// </summary>
    public int? DailyQuota { get; set; }

    /// <summary>How long an audit takes beyond the work itself. None by default.</summary>
    public TimeSpan ArtificialDelay { get; set; }

    /// <summary>
    /// Whether loopback, private and <c>.local</c> targets are answered with 400, as the hosted service does. False by default,
    /// because the pages that the emulator audits are on loopback.
    /// </summary>
    public bool RefusePrivateHosts { get; set; }
}
