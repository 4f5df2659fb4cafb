using System.Globalization;

namespace BulkAuditApi.Load;

/// <summary>How long each answer took, and what was wrong with it.</summary>
internal sealed class AnswerLog
{
    private readonly List<double> _milliseconds = [];
    private string? _fault;

    public int Faults { get; private set; }

    public void Add(TimeSpan took, string? fault)
    {
        lock (_milliseconds)
        {
            _milliseconds.Add(took.TotalMilliseconds);
            if (fault is not null)
            {
                Faults++;
                _fault ??= fault.Length > 200 ? fault[..200] : fault;
            }
        }
    }

    public string Describe(TimeSpan time, string what)
    {
        double[] sorted = [.. _milliseconds.Order()];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{sorted.Length / time.TotalSeconds:0} {what}/s, p50 {At(sorted, 0.5):0.0} ms, p99 {At(sorted, 0.99):0.0} ms, {Faults} faults{(_fault is null ? string.Empty : $" ({_fault})")}");
    }

    private static double At(double[] sorted, double share) => sorted.Length == 0 ? 0 : sorted[(int)(share * (sorted.Length - 1))];
}
