namespace SeoAudit.Client.Bulk;

/// <summary>Counts audited pages by grade.</summary>
internal sealed class GradeTally
{
    private const int Capacity = 1_000;

    private readonly Dictionary<Grade, int> _counts = [];
    private int _none;

    public void Add(Grade? given)
    {
        if (given is not { Value.Length: > 0 } grade)
        {
            _none++;
        }
        else if (_counts.TryGetValue(grade, out int count))
        {
            _counts[grade] = count + 1;
        }
        else if (_counts.Count < Capacity)
        {
            _counts.Add(grade, 1);
        }
        else
        {
            _none++;
        }
    }

    public IReadOnlyList<GradeCount> ToList()
    {
        IEnumerable<GradeCount> graded = _counts
            .Select(static pair => new GradeCount { Grade = pair.Key, Count = pair.Value })
            .OrderBy(static count => count.Grade!.Value.Value, StringComparer.OrdinalIgnoreCase);
        return _none == 0 ? [.. graded] : [.. graded, new GradeCount { Grade = null, Count = _none }];
    }
}
