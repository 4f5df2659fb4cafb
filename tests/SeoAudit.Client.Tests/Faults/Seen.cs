namespace SeoAudit.Client.Tests.Faults;

/// <summary>What was seen of one fault at one endpoint.</summary>
/// <param name="Lasting">Where the fault does not pass, and a look finds nothing.</param>
internal sealed record Seen(Cell Lasting)
{
    /// <summary>Where it passes before the last attempt; null where there is one.</summary>
    public Cell? Passing { get; init; }

    /// <summary>Where what was created is in the service's list; null where that is not looked at.</summary>
    public Cell? There { get; init; }

    /// <summary>Where the service does not show its list; null where that is not looked at.</summary>
    public Cell? Unknown { get; init; }
}
