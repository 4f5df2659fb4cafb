using SeoAudit.Client;
using SeoAudit.Client.Seogent;

namespace Quickstart;

/// <summary>Pages with score, grade and worst finding, worst page first.</summary>
internal sealed class PageTable
{
    private const int PathWidth = 38;
    private const int FindingWidth = 60;

    private readonly List<(string Path, double? Score, string Grade, string Finding)> _rows = [];

    public bool IsEmpty => _rows.Count == 0;

    /// <summary>Whether any page was audited.</summary>
    public bool HasScores => _rows.Exists(row => row.Score is not null);

    public void Add(PageAuditOutcome outcome)
    {
        if (outcome.IsSuccess)
        {
            PageCheck? worst = outcome.Audit.Checks.FirstOrDefault(check => check.Status == CheckStatus.Failed);
            _rows.Add((outcome.Url.PathAndQuery, outcome.Audit.Score, outcome.Audit.Grade?.Value ?? "-", Fit(worst?.Message ?? "nothing failed", FindingWidth)));
        }
        else
        {
            _rows.Add((outcome.Url.ToString(), null, "-", outcome.Error.Message.ReplaceLineEndings(" ")));
        }
    }

    public void Add(ScannedPage page)
    {
        SeogentCheck? worst = page.AllChecks.Where(check => check.Status == CheckStatus.Failed).MaxBy(check => check.Weight);
        _rows.Add((new Uri(page.Url).PathAndQuery, page.Score, page.Grade.Value, Fit(worst?.Message ?? "nothing failed", FindingWidth)));
    }

    public void Print()
    {
        Console.WriteLine($"  {"Page",-PathWidth}  Score  Grade  Worst finding");
        foreach ((string path, double? score, string grade, string finding) in _rows.OrderBy(row => row.Score ?? -1))
        {
            Console.WriteLine($"  {Fit(path, PathWidth),-PathWidth}  {score,5:0}  {grade,-5}  {finding}");
        }
    }

    private static string Fit(string text, int width)
    {
        string oneLine = text.ReplaceLineEndings(" ");
        return oneLine.Length <= width ? oneLine : oneLine[..(width - 1)] + "…";
    }
}
