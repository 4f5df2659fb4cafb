namespace SeoAudit.Client;

/// <summary>The order in which outcomes come.</summary>
public enum OutcomeOrder
{
    /// <summary>Each as soon as it is known.</summary>
    AsCompleted,

    /// <summary>In the order of the input; a slow page holds up those behind it, and new ones wait until it is done.</summary>
    AsSubmitted,
}
