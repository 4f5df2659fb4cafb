namespace SeoAudit.Client.Reporting.Html.Summary;

/// <summary>
/// Finds a value by its rank without keeping the values: they are counted in steps of 1 %, and of each step the greatest value is
/// kept. What is found is one of the values, at most 1 % above the right one.
/// </summary>
internal sealed class QuantileSketch
{
    // Outside of these nothing is told apart, which bounds the number of steps to about 3,500.
    private const double Least = 1e-6;
    private const double Greatest = 1e9;

    private static readonly double Step = Math.Log(1.01);

    private readonly SortedDictionary<int, (int Count, double Greatest)> _steps = [];

    public int Count { get; private set; }

    public void Add(double value)
    {
        Count++;
        var step = (int)Math.Ceiling(Math.Log(Math.Clamp(value, Least, Greatest)) / Step);
        _steps.TryGetValue(step, out (int Count, double Greatest) counted);
        _steps[step] = (counted.Count + 1, Math.Max(counted.Greatest, value));
    }

    /// <summary>The value at a rank from 1; 0 where there are no values.</summary>
    public double AtRank(int rank)
    {
        foreach ((int count, double greatest) in _steps.Values)
        {
            rank -= count;
            if (rank <= 0)
            {
                return greatest;
            }
        }

        return 0;
    }
}
