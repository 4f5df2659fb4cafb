namespace SeoAudit.Client.Seogent;

/// <summary>How many pages fell into which band.</summary>
public sealed record ScanSummary
{
    /// <summary>Pages with 90 to 100 points.</summary>
    public int Excellent { get; init; }

    /// <summary>Pages with 70 to 89 points.</summary>
    public int Good { get; init; }

    /// <summary>Pages with 50 to 69 points.</summary>
    public int NeedsWork { get; init; }

    /// <summary>Pages with less than 50 points.</summary>
    public int Poor { get; init; }
}
