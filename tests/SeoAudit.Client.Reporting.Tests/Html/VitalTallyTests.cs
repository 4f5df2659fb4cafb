using SeoAudit.Client.Reporting.Html.Summary;

namespace SeoAudit.Client.Reporting.Tests.Html;

public sealed class VitalTallyTests
{
    [Fact]
    public void Without_values_there_are_no_pages()
    {
        var tally = new VitalTally(Vital.Cls);
        tally.Add(null);
        tally.Add(new CoreWebVitals());
        tally.Add(new CoreWebVitals { Cls = double.NaN });
        tally.Add(new CoreWebVitals { Cls = -1 });

        Assert.Equal(0, tally.ToSummary().Pages);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(1_000)]
    [InlineData(25_000)]
    public void The_percentile_is_a_value_at_most_one_percent_above_the_right_one(int count)
    {
#pragma warning disable CA5394 // The same values each time are what is wanted.
        var random = new Random(count);
        double[] values = [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() * random.NextDouble() * 0.6)];
#pragma warning restore CA5394
        var tally = new VitalTally(Vital.Cls);
        foreach (double value in values)
        {
            tally.Add(new CoreWebVitals { Cls = value });
        }

        VitalSummary summary = tally.ToSummary();
        double right = values.Order().ElementAt((int)Math.Ceiling(count * 0.75) - 1);
        Assert.InRange(summary.Percentile75, right, right * 1.01);
        Assert.Contains(summary.Percentile75, values);
        Assert.Equal(Vital.Cls.Rate(right), summary.Rating);
        Assert.Equal(values.Count(static value => value <= 0.1), summary.Good);
        Assert.Equal(values.Count(static value => value is > 0.1 and <= 0.25), summary.NeedsImprovement);
        Assert.Equal(values.Count(static value => value > 0.25), summary.Poor);
    }

    [Fact]
    public void Values_beyond_all_measure_are_counted()
    {
        var tally = new VitalTally(Vital.Cls);
        tally.Add(new CoreWebVitals { Cls = 0 });
        tally.Add(new CoreWebVitals { Cls = double.MaxValue });

        Assert.Equal((1, 0, 1, double.MaxValue), (tally.ToSummary().Good, tally.ToSummary().NeedsImprovement, tally.ToSummary().Poor, tally.ToSummary().Percentile75));
    }
}
