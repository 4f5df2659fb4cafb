namespace SeoAudit.Client.Reporting.Html.Summary;

/// <summary>All that the page says of the run as a whole.</summary>
internal sealed record RunSummary
{
    public required string Title { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required BulkAuditReport Report { get; init; }

    /// <summary>When the first and the last of the audits were made; null where no service said.</summary>
    public (DateTimeOffset First, DateTimeOffset Last)? AuditedAt { get; init; }

    /// <summary>Pages by score in ten steps: 0 to below 10 first, 90 to 100 last.</summary>
    public IReadOnlyList<int> Scores { get; init; } = new int[ScoreHistogram.Steps];

    /// <summary>Those of the three vitals that some page has.</summary>
    public IReadOnlyList<VitalSummary> Vitals { get; init; } = [];

    public IReadOnlyDictionary<(AuditService Service, string Id), CheckNote> Notes { get; init; } =
        new Dictionary<(AuditService Service, string Id), CheckNote>();

    public QualityGateResult? Gate { get; init; }

    public AuditComparison? Comparison { get; init; }
}
