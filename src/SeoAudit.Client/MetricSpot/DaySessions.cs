namespace SeoAudit.Client.MetricSpot;

internal sealed record DaySessions
{
    public double Sessions { get; init; }
}
