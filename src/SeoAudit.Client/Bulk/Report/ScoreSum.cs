namespace SeoAudit.Client.Bulk;

/// <summary>Adds up scores, however many: what a plain sum of fractions would lose is carried along (Neumaier), as Python's <c>sum</c> does.</summary>
internal sealed class ScoreSum
{
    private double _sum;
    private double _lost;

    public void Add(double value)
    {
        value = Usable(value);
        double sum = _sum + value;
        _lost += Math.Abs(_sum) >= Math.Abs(value) ? (_sum - sum) + value : (value - sum) + _sum;
        _sum = sum;
    }

    /// <summary>The average to one decimal; null over nothing.</summary>
    public double? AverageOver(int count) => count == 0 ? null : OneDecimal.Round((_sum + _lost) / count);

    /// <summary>A score to reckon with: one that is no finite number, which no service documents, must not spoil the whole report.</summary>
    public static double Usable(double score) => double.IsFinite(score) ? score : 0;
}
