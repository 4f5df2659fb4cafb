namespace SeoAudit.Client.Bulk;

/// <summary>Adds up credits that were spent in this run.</summary>
internal sealed class CreditSum
{
    private const int Decimals = 6;

    private decimal? _total;

    /// <summary>Shares of a scan that do not divide evenly add up to whole credits again; null where no outcome told any.</summary>
    public double? Total => _total is { } total ? (double)Math.Round(total, Decimals) : null;

    public void Add(PageAuditOutcome outcome)
    {
        if (outcome is { Origin: OutcomeOrigin.Service, Credits: >= 0 and < 1e12 and var credits })
        {
            _total = (_total ?? 0) + (decimal)credits;
        }
    }
}
