namespace SeoAudit.Client.Reporting.Html.Summary;

/// <summary>Counts the pages by rating, and finds the 75th percentile over any number of them.</summary>
internal sealed class VitalTally(Vital vital)
{
    // One a rating, so that the percentile that is shown never contradicts the rating that stands beside it.
    private readonly QuantileSketch[] _ratings = [new(), new(), new()];

    public void Add(CoreWebVitals? vitals)
    {
        if (vitals is not null && vital.Of(vitals) is { } value && double.IsFinite(value) && value >= 0)
        {
            _ratings[(int)vital.Rate(value)].Add(value);
        }
    }

    public VitalSummary ToSummary()
    {
        int total = _ratings.Sum(static rating => rating.Count);
        var summary = new VitalSummary(vital, _ratings[0].Count, _ratings[1].Count, _ratings[2].Count);

        // The nearest rank: the smallest value that at least three quarters of the pages do not exceed.
        int rank = (int)Math.Ceiling(total * 0.75);
        var at = 0;
        while (at < _ratings.Length - 1 && rank > _ratings[at].Count)
        {
            rank -= _ratings[at].Count;
            at++;
        }

        return summary with { Percentile75 = _ratings[at].AtRank(rank), Rating = (VitalRating)at };
    }
}
