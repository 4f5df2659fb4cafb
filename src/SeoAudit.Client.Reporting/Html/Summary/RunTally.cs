namespace SeoAudit.Client.Reporting.Html.Summary;

/// <summary>Takes in outcome by outcome what the page says of the run as a whole.</summary>
internal sealed class RunTally
{
    private const int WorstPages = 50;
    private const int CommonestChecks = 15;

    private readonly ReportOptions _options;
    private readonly TimeProvider _time;
    private readonly BulkAuditReportBuilder _report;
    private readonly ScoreHistogram _scores = new();
    private readonly VitalTally[] _vitals = [new(Vital.Lcp), new(Vital.Cls), new(Vital.Inp)];
    private readonly CheckNotes _notes = new();
    private readonly QualityGateEvaluator? _gate;
    private readonly AuditSnapshotBuilder? _snapshot;
    private DateTimeOffset? _first;
    private DateTimeOffset? _last;

    public RunTally(ReportOptions options)
    {
        _options = options;
        _time = options.TimeProvider ?? TimeProvider.System;
        _report = new BulkAuditReportBuilder(new() { WorstPages = WorstPages, CommonestChecks = CommonestChecks, TimeProvider = _time });
        _gate = options.Gate is { } gate ? new QualityGateEvaluator(gate, options.Baseline, options.Comparison) : null;

        // A gate with rules about the baseline keeps the pages itself.
        _snapshot = options.Baseline is null || options.Gate is { NeedsBaseline: true } ? null : new AuditSnapshotBuilder();
    }

    public void Add(PageAuditOutcome outcome)
    {
        _report.Add(outcome);
        _gate?.Add(outcome);
        _snapshot?.Add(outcome);
        if (outcome.Audit is { } audit)
        {
            _scores.Add(audit.Score);
            _notes.Add(audit);
            AddVitals(audit.CoreWebVitals);
            AddTime(audit.AuditedAt);
        }
    }

    public RunSummary ToSummary() => new()
    {
        Title = _options.Title,
        MadeAt = _time.GetUtcNow(),
        Report = _report.Build(),
        AuditedAt = _first is { } first && _last is { } last ? (first, last) : null,
        Scores = _scores.Counts,
        Vitals = [.. _vitals.Select(static vital => vital.ToSummary()).Where(static vital => vital.Pages > 0)],
        Notes = _notes.All,
        Gate = _gate?.Evaluate(),
        Comparison = _snapshot is null ? _gate?.Compare() : AuditComparison.Between(_options.Baseline!, _snapshot.Build(), _options.Comparison),
    };

    private void AddVitals(CoreWebVitals? vitals)
    {
        foreach (VitalTally tally in _vitals)
        {
            tally.Add(vitals);
        }
    }

    private void AddTime(DateTimeOffset? at)
    {
        if (at is { } time)
        {
            _first = time < _first ? time : _first ?? time;
            _last = time > _last ? time : _last ?? time;
        }
    }
}
