namespace SeoAudit.Client.Reporting.Html.Summary;

/// <summary>Counts scores in ten steps of ten points; 100 is in the last.</summary>
internal sealed class ScoreHistogram
{
    public const int Steps = 10;

    private readonly int[] _counts = new int[Steps];

    public IReadOnlyList<int> Counts => _counts;

    public void Add(double score) => _counts[double.IsFinite(score) ? (int)Math.Clamp(score / Steps, 0, Steps - 1) : 0]++;
}
