namespace SeoAudit.Client.Tests.Faults;

/// <summary>What a look for something created finds.</summary>
internal enum Listing
{
    /// <summary>A list without it.</summary>
    NotThere,

    /// <summary>A list with it.</summary>
    There,

    /// <summary>A service that does not show its list.</summary>
    Refused,
}
