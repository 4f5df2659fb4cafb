namespace SeoAudit.Client.Tests.Faults;

/// <summary>What is known of a request that creates something once a fault has struck.</summary>
internal enum Sent
{
    /// <summary>It was accepted.</summary>
    Done,

    /// <summary>It was certainly not accepted, so that it may be sent again.</summary>
    Refused,

    /// <summary>Nobody knows; it may go better another time.</summary>
    PerhapsDone,

    /// <summary>Nobody knows; it would end in the same way again.</summary>
    PerhapsDoneForGood,
}
