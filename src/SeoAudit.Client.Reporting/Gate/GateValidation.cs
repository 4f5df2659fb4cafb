using System.Globalization;

namespace SeoAudit.Client.Reporting.Gate;

/// <summary>The allowed values of a gate's rules.</summary>
internal sealed class GateValidation
{
    private static readonly TimeSpan LongestTime = TimeSpan.FromDays(1);

    private readonly List<string> _faults = [];

    private GateValidation()
    {
    }

    /// <summary>Everything that is wrong with a gate, each fault with its member and what is allowed.</summary>
    /// <param name="gate">The gate.</param>
    /// <param name="nameOf">What to call a member.</param>
    public static IReadOnlyList<string> FaultsOf(QualityGate gate, Func<string, string> nameOf)
    {
        var validation = new GateValidation();
        validation.Number(nameOf(nameof(QualityGate.MinAverageScore)), gate.MinAverageScore, 100);
        validation.Number(nameOf(nameof(QualityGate.MinPageScore)), gate.MinPageScore, 100);
        validation.Count(nameOf(nameof(QualityGate.MaxFailedPages)), gate.MaxFailedPages);
        validation.Count(nameOf(nameof(QualityGate.MaxErrors)), gate.MaxErrors);
        validation.Names(nameOf(nameof(QualityGate.RequiredChecks)), gate.RequiredChecks);
        validation.Time(nameOf(nameof(QualityGate.MaxLcp)), gate.MaxLcp);
        validation.Number(nameOf(nameof(QualityGate.MaxCls)), gate.MaxCls, 1_000);
        validation.Time(nameOf(nameof(QualityGate.MaxInp)), gate.MaxInp);
        validation.Number(nameOf(nameof(QualityGate.MaxScoreDrop)), gate.MaxScoreDrop, 100);
        validation.Number(nameOf(nameof(QualityGate.MaxAverageDrop)), gate.MaxAverageDrop, 100);
        string budgets = nameOf(nameof(QualityGate.MaxFailedChecks));
        validation.Names(budgets, gate.MaxFailedChecks.Keys);
        foreach ((string severity, int count) in gate.MaxFailedChecks)
        {
            validation.Count($"{budgets}[{severity}]", count);
        }

        return validation._faults;
    }

    private void Number(string name, double? value, int max)
    {
        if (value is { } number && !(number >= 0 && number <= max))
        {
            Add($"{name} must be 0 to {max}, and is {number}");
        }
    }

    private void Count(string name, int? value)
    {
        if (value < 0)
        {
            Add($"{name} must be 0 or more, and is {value}");
        }
    }

    private void Time(string name, TimeSpan? value)
    {
        if (value is { } time && !(time > TimeSpan.Zero && time <= LongestTime))
        {
            Add($"{name} must be more than 0 and at most {LongestTime.TotalMilliseconds} ms, and is {time.TotalMilliseconds} ms");
        }
    }

    private void Names(string name, IEnumerable<string> values)
    {
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var told = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (string value in values)
        {
            if (known.Add(value))
            {
                if (string.IsNullOrWhiteSpace(value))
                {
                    Add($"{name} must hold no empty name");
                }
            }
            else if (!string.IsNullOrWhiteSpace(value) && told.Add(value))
            {
                Add($"{name} must hold each name once, without regard to case, and holds {value} twice");
            }
        }
    }

    private void Add(FormattableString fault) => _faults.Add(fault.ToString(CultureInfo.InvariantCulture));
}
