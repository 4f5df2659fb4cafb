namespace SeoAudit.Client.Pacing;

/// <summary>What the settings of a service say about the pace of its audits, at one moment. A value, so that reading it allocates nothing.</summary>
internal readonly record struct PacingRules
{
    /// <summary>The service's part of the configuration, for messages.</summary>
    public required string Section { get; init; }

    /// <summary>The allowance that is reported as quota; null for none.</summary>
    public PacingRule? Quota { get; init; }

    /// <summary>What keeps two audits apart; null for nothing.</summary>
    public PacingRule? Spacing { get; init; }

    /// <summary>How long a call may wait for its turn.</summary>
    public required TimeSpan MaxWait { get; init; }

    /// <summary>How many calls may wait at a time.</summary>
    public required int QueueLimit { get; init; }

    public bool LimitNothing => Quota is null && Spacing is null;
}
