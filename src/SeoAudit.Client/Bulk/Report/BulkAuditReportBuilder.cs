using SeoAudit.Client.Bulk;

namespace SeoAudit.Client;

/// <summary>
/// Gathers a report outcome by outcome, for a loop that does something else with each as well, and for a run whose report is wanted
/// even where it ends early.
/// </summary>
/// <remarks>It keeps no outcome unless the options say so: memory does not grow with their number. Not for several threads at once.</remarks>
public sealed class BulkAuditReportBuilder
{
    private readonly TimeProvider _time;
    private readonly long _startedAt;
    private readonly List<PageAuditOutcome>? _outcomes;
    private readonly ScoreSum _scores = new();
    private readonly WorstPageRanking _worst;
    private readonly GradeTally _grades = new();
    private readonly FailedCheckTally _checks;
    private readonly ErrorTally _errors = new();
    private readonly ServiceTally _services = new();
    private readonly CreditSum _credits = new();
    private int _total;
    private int _passed;
    private int _audited;
    private int _failed;
    private int _reused;
    private DateTimeOffset? _resumeAt;

    /// <summary>Begins a report; its duration counts from here.</summary>
    /// <param name="options">What it holds; null for the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public BulkAuditReportBuilder(BulkReportOptions? options = null)
    {
        options = BulkReportRules.Check(options);
        _time = options.TimeProvider ?? TimeProvider.System;
        _startedAt = _time.GetTimestamp();
        _outcomes = options.KeepOutcomes ? [] : null;
        _worst = new WorstPageRanking(options.WorstPages);
        _checks = new FailedCheckTally(options.CommonestChecks);
    }

    /// <summary>Counts one outcome.</summary>
    /// <param name="outcome">The outcome.</param>
    public void Add(PageAuditOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        _outcomes?.Add(outcome);
        _total++;
        _passed += outcome.IsPassed ? 1 : 0;
        _reused += outcome.Origin != OutcomeOrigin.Service ? 1 : 0;
        if (outcome.IsSuccess)
        {
            AddAudit(outcome, outcome.Audit);
        }
        else
        {
            AddError(outcome);
        }

        _credits.Add(outcome);
        _services.Add(outcome);
    }

    /// <summary>Counts all outcomes of a stream. What was counted stays counted when the stream ends in an exception or is cancelled.</summary>
    /// <param name="outcomes">The outcomes; read to their end.</param>
    /// <param name="cancellationToken">Cancels the reading, and with it the audits that are in flight.</param>
    /// <returns>A task that ends with the stream.</returns>
    public Task AddAllAsync(IAsyncEnumerable<PageAuditOutcome> outcomes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        return ReadAsync(outcomes, cancellationToken);
    }

    /// <summary>The report on what was counted so far; more can be counted afterwards.</summary>
    /// <returns>The report.</returns>
    public BulkAuditReport Build()
    {
        IReadOnlyList<FailedCheckCount> checks = _checks.Commonest(out long others);
        IReadOnlyList<ServiceUsage> services = _services.ToList();
        return new BulkAuditReport
        {
            Total = _total,
            Passed = _passed,
            Audited = _audited,
            Errors = _failed,
            NotAttempted = _total - _audited - _failed,
            Reused = _reused,
            AverageScore = _scores.AverageOver(_total) ?? 0,
            AverageAuditedScore = _scores.AverageOver(_audited),
            WorstPages = _worst.ToList(),
            Grades = _grades.ToList(),
            FailedChecks = checks,
            OtherFailedChecks = others,
            ErrorsByKind = _errors.ToList(),
            ByService = services,
            AuditsUsed = services.Sum(static service => service.AuditsUsed),
            CreditsUsed = _credits.Total,
            ResumeAt = _resumeAt,
            Duration = _time.GetElapsedTime(_startedAt),
            Outcomes = _outcomes is null ? [] : [.. _outcomes],
        };
    }

    private void AddAudit(PageAuditOutcome outcome, PageAudit audit)
    {
        _audited++;
        _scores.Add(audit.Score);
        _worst.Add(outcome, audit);
        _grades.Add(audit.Grade);
        _checks.Add(audit);
    }

    private void AddError(PageAuditOutcome outcome)
    {
        _errors.Add(outcome);
        if (outcome.Status == OutcomeStatus.Failed)
        {
            _failed++;
        }
        else if (outcome.RetryAt is { } retryAt && !(retryAt >= _resumeAt))
        {
            _resumeAt = retryAt;
        }
    }

    private async Task ReadAsync(IAsyncEnumerable<PageAuditOutcome> outcomes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            await foreach (PageAuditOutcome outcome in outcomes.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                Add(outcome);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested && exception.CancellationToken != cancellationToken)
        {
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
    }
}
