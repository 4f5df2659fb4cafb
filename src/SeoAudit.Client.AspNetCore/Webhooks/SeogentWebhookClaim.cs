namespace SeoAudit.Client.AspNetCore;

/// <summary>What a store answers to a delivery that wants to handle a scan.</summary>
public enum SeogentWebhookClaim
{
    /// <summary>Nobody has handled it: it is now this delivery's.</summary>
    Taken,

    /// <summary>Another delivery is at it.</summary>
    InProgress,

    /// <summary>It has been handled.</summary>
    Handled,
}
