using SeoAudit.Client.Bulk;

namespace SeoAudit.Client.Tests.Bulk.Report;

public sealed class OneDecimalTests
{
    /// <summary>What CPython 3.11 answers to <c>round(x, 1)</c>.</summary>
    [Theory]
    [InlineData(70.25, 70.2)]
    [InlineData(70.35, 70.3)]
    [InlineData(70.45, 70.5)]
    [InlineData(70.75, 70.8)]
    [InlineData(70.05, 70.0)]
    [InlineData(70.15, 70.2)]
    [InlineData(70.55, 70.5)]
    [InlineData(70.65, 70.7)]
    [InlineData(70.85, 70.8)]
    [InlineData(70.95, 71.0)]
    [InlineData(0.05, 0.1)]
    [InlineData(0.15, 0.1)]
    [InlineData(0.25, 0.2)]
    [InlineData(0.35, 0.3)]
    [InlineData(0.45, 0.5)]
    [InlineData(2.675, 2.7)]
    [InlineData(33.35, 33.4)]
    [InlineData(49.95, 50.0)]
    [InlineData(66.65, 66.7)]
    [InlineData(99.95, 100.0)]
    [InlineData(100, 100)]
    [InlineData(0, 0)]
    [InlineData(5e-324, 0)]
    [InlineData(1e-300, 0)]
    [InlineData(123456789.25, 123456789.2)]
    [InlineData(-0.25, -0.2)]
    [InlineData(-70.35, -70.3)]
    [InlineData(9007199254740993, 9007199254740992)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NaN, double.NaN)]
    public void Rounds_like_Python(double value, double expected) => Assert.Equal(expected, OneDecimal.Round(value));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Rounds_by_the_exact_value(int seed)
    {
        var random = new Random(seed);
        for (var turn = 0; turn < 20_000; turn++)
        {
            double near = random.Next(0, 2_001) / 20.0;
            double value = random.Next(3) switch { 0 => near, 1 => Math.BitIncrement(near), _ => random.NextDouble() * 100 };

            Assert.True(ExactDecimal.RoundToOneDecimal(value) == OneDecimal.Round(value), $"{value:R}");
        }
    }

    [Fact]
    public void A_sum_of_many_fractions_loses_nothing()
    {
        var sum = new ScoreSum();
        for (var page = 0; page < 100_000; page++)
        {
            sum.Add(63.35);
        }

        // A plain sum comes out below the half.
        Assert.Equal(63.4, sum.AverageOver(100_000));
    }
}
