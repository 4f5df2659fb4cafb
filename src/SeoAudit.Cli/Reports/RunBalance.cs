using SeoAudit.Client;
using SeoAudit.Client.Reporting;

namespace SeoAudit.Cli.Reports;

/// <summary>What came of a run.</summary>
/// <param name="Report">Its totals.</param>
/// <param name="Gate">The verdict; null where there are no rules.</param>
/// <param name="Files">The reports that were written.</param>
internal sealed record RunBalance(BulkAuditReport Report, QualityGateResult? Gate, IReadOnlyList<string> Files)
{
    /// <summary>Whether the run was ended before all pages came out.</summary>
    public bool IsInterrupted { get; init; }

    /// <summary>What ended the source of the pages, e.g. a sitemap that cannot be read; null where nothing did.</summary>
    public Exception? Failure { get; init; }

    /// <summary>The command that goes on with the run; null where there is nothing to go on with.</summary>
    public string? Resume { get; init; }

    /// <summary>What to say of reports that could not be written.</summary>
    public IReadOnlyList<string> UnwrittenReports { get; init; } = [];
}
