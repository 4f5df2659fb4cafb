namespace SeoAudit.Client.MetricSpot;

/// <summary>A search query and how the site did on it.</summary>
public sealed record SearchQuery
{
    /// <summary>What was searched for.</summary>
    public string Query
    {
        get => field ?? string.Empty;
        init;
    }

    /// <summary>Clicks.</summary>
    public double Clicks { get; init; }

    /// <summary>Impressions.</summary>
    public double Impressions { get; init; }

    /// <summary>Clicks by impressions, 0 to 1; null where the service does not say.</summary>
    public double? Ctr { get; init; }

    /// <summary>Average position, 1 the best; null where the service does not say.</summary>
    public double? Position { get; init; }
}
