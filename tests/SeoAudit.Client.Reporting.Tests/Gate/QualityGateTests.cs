using SeoAudit.Client.Reporting.Tests.Comparison;

namespace SeoAudit.Client.Reporting.Tests.Gate;

public sealed class QualityGateTests
{
    [Fact]
    public void Every_fault_is_named_in_one_message_with_what_is_allowed()
    {
        var gate = new QualityGate
        {
            MinAverageScore = 101,
            MinPageScore = double.NaN,
            MaxFailedPages = -1,
            MaxErrors = -2,
            RequiredChecks = ["Title", " ", "title"],
            MaxLcp = TimeSpan.Zero,
            MaxCls = -0.1,
            MaxInp = TimeSpan.FromDays(2),
            MaxScoreDrop = -3,
            MaxAverageDrop = double.PositiveInfinity,
            MaxFailedChecks = new Dictionary<string, int>(StringComparer.Ordinal) { ["major"] = -1, ["Major"] = 1, [""] = 1 },
        };

        var error = Assert.Throws<ArgumentException>(() => new QualityGateEvaluator(gate, Snapshots.Of()));

        Assert.Equal("gate", error.ParamName);
        string[] faults =
        [
            "MinAverageScore must be 0 to 100, and is 101",
            "MinPageScore must be 0 to 100, and is NaN",
            "MaxFailedPages must be 0 or more, and is -1",
            "MaxErrors must be 0 or more, and is -2",
            "RequiredChecks must hold no empty name",
            "RequiredChecks must hold each name once, without regard to case, and holds title twice",
            "MaxLcp must be more than 0 and at most 86400000 ms, and is 0 ms",
            "MaxCls must be 0 to 1000, and is -0.1",
            "MaxInp must be more than 0 and at most 86400000 ms, and is 172800000 ms",
            "MaxScoreDrop must be 0 to 100, and is -3",
            "MaxAverageDrop must be 0 to 100, and is Infinity",
            "MaxFailedChecks must hold each name once, without regard to case, and holds Major twice",
            "MaxFailedChecks must hold no empty name",
            "MaxFailedChecks[major] must be 0 or more, and is -1",
        ];
        Assert.Equal($"The quality gate is not valid: {string.Join("; ", faults)}. (Parameter 'gate')", error.Message);
    }

    [Fact]
    public void Rules_about_a_baseline_need_one()
    {
        var gate = new QualityGate { MaxErrors = -1, MaxScoreDrop = 1, MaxAverageDrop = 1 };

        var error = Assert.Throws<ArgumentException>(() => new QualityGateEvaluator(gate));

        Assert.True(gate.NeedsBaseline);
        Assert.Contains("MaxErrors must", error.Message, StringComparison.Ordinal);
        Assert.Contains("MaxScoreDrop needs a baseline, and there is none; MaxAverageDrop needs a baseline, and there is none", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_ends_of_each_range_are_allowed()
    {
        var least = new QualityGate { MinAverageScore = 0, MinPageScore = 0, MaxFailedPages = 0, MaxErrors = 0, MaxLcp = TimeSpan.FromTicks(1), MaxCls = 0, MaxInp = TimeSpan.FromTicks(1), MaxScoreDrop = 0, MaxAverageDrop = 0 };
        var most = new QualityGate { MinAverageScore = 100, MinPageScore = 100, MaxFailedPages = int.MaxValue, MaxErrors = int.MaxValue, MaxLcp = TimeSpan.FromDays(1), MaxCls = 1_000, MaxInp = TimeSpan.FromDays(1), MaxScoreDrop = 100, MaxAverageDrop = 100 };

        Assert.Equal(9, Verdicts.Of(least, Snapshots.Of()).Rules.Count);
        Assert.Equal(9, Verdicts.Of(most, Snapshots.Of()).Rules.Count);
    }
}
