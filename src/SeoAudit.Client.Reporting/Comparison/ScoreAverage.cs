namespace SeoAudit.Client.Reporting.Comparison;

/// <summary>The average of scores, however many: what a plain sum of fractions loses is carried along (Neumaier).</summary>
internal sealed class ScoreAverage
{
    private double _sum;
    private double _lost;
    private int _count;

    /// <summary>The average as it is; null over nothing.</summary>
    public double? Exact => _count == 0 ? null : (_sum + _lost) / _count;

    /// <summary>To one decimal; null over nothing.</summary>
    public double? Rounded => Exact is { } average ? Tenths.Round(average) : null;

    public void Add(double score)
    {
        double sum = _sum + score;
        _lost += Math.Abs(_sum) >= Math.Abs(score) ? (_sum - sum) + score : (score - sum) + _sum;
        _sum = sum;
        _count++;
    }
}
