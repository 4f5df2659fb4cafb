using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SeoAudit.Client.Diagnostics;

/// <summary>Counts what became of the pages that were to be audited.</summary>
internal sealed class AuditMetrics(Meter meter)
{
    private readonly Counter<long> _audits = meter.Counter(Instruments.Audits);

    public bool Enabled => _audits.Enabled;

    /// <summary>Counts one audit when it is done.</summary>
    public async Task<PageAudit> CountAsync(Task<PageAudit> audit, AuditService service)
    {
        try
        {
            PageAudit result = await audit.ConfigureAwait(false);
            Add(service, result.IsCached ? "cached" : "audited");
            return result;
        }
        catch (OperationCanceledException)
        {
            Add(service, "cancelled");
            throw;
        }
        catch (Exception exception)
        {
            Add(service, "failed", ErrorType.Of(exception));
            throw;
        }
    }

    /// <summary>Counts one page of a bulk run.</summary>
    public void Count(PageAuditOutcome outcome)
    {
        if (_audits.Enabled)
        {
            Add(outcome.Service, WordFor(outcome), outcome.Error is { } error ? ErrorType.Of(error) : null);
        }
    }

    private static string WordFor(PageAuditOutcome outcome) => outcome.Origin switch
    {
        OutcomeOrigin.Cache => "cached",
        OutcomeOrigin.Earlier => "earlier",
        OutcomeOrigin.Journal => "journal",
        _ => outcome.Status switch
        {
            OutcomeStatus.Audited => "audited",
            OutcomeStatus.NotAttempted => "not_attempted",
            _ => "failed",
        },
    };

    private void Add(AuditService? service, string outcome, string? errorType = null)
    {
        TagList tags = MeterExtensions.Tags(service, operation: null, errorType);
        tags.Add(TelemetryTag.AuditOutcome, outcome);
        _audits.Add(1, tags);
    }
}
