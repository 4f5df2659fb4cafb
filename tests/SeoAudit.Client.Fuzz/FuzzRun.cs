using System.Diagnostics;
using SeoAudit.Client.Fuzz.Mutations;

namespace SeoAudit.Client.Fuzz;

/// <summary>
/// Mutates inputs for one reader until its time is over. An input whose outcome is new joins those that are mutated. The same seed
/// tries the same inputs in the same order.
/// </summary>
internal sealed class FuzzRun(FuzzTarget target, IReadOnlyList<byte[]> corpus, int seed, Watchdog watchdog)
{
    private const int MaxKept = 4_000;
    private const int SampleEvery = 256;
    private const long FixedAllowance = 8L * 1024 * 1024;
    private const long MaxGrowth = 256L * 1024 * 1024;

    private readonly Mutator _mutator = new(target.Grammar, seed);
    private readonly Random _random = new(seed);
    private readonly List<byte[]> _kept = [];
    private readonly HashSet<ulong> _outcomes = [];
    private readonly long _atStart = GC.GetTotalMemory(forceFullCollection: true);

    public long Tried { get; private set; }

    public int Outcomes => _outcomes.Count;

    public int Kept => _kept.Count;

    public TimeSpan Slowest { get; private set; }

    public int SlowestLength { get; private set; }

    public long MostAllocated { get; private set; }

    public long PeakGrowth { get; private set; }

    /// <summary>Runs to the end, or to the first fault; null where there is none.</summary>
    public async Task<string?> RunAsync(TimeSpan duration)
    {
        foreach (byte[] input in corpus)
        {
            _kept.Add(input);
            if (await TryAsync(input) is { } fault)
            {
                return fault;
            }
        }

        long started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < duration)
        {
            byte[] input = _mutator.Next(Pick(), Pick());
            if (await TryAsync(input) is { } fault)
            {
                return fault;
            }
        }

        return GC.GetTotalMemory(forceFullCollection: true) - _atStart is > MaxGrowth and var held ? $"it holds on to {held} bytes" : null;
    }

    private byte[] Pick() => _kept[_random.Next(_kept.Count)];

    private async Task<string?> TryAsync(byte[] input)
    {
        Tried++;
        long started = Stopwatch.GetTimestamp();
        watchdog.Begin(target, input, seed);
        Attempt attempt = await Attempt.MakeAsync(target, input);
        watchdog.End();
        TimeSpan taken = Stopwatch.GetElapsedTime(started);
        if (taken > Slowest)
        {
            Slowest = taken;
            SlowestLength = input.Length;
        }

        MostAllocated = Math.Max(MostAllocated, attempt.Allocated);
        if (Tried % SampleEvery == 0)
        {
            long growth = GC.GetTotalMemory(forceFullCollection: false) - _atStart;
            // Much of it may be garbage that nobody has collected yet.
            growth = growth > MaxGrowth ? GC.GetTotalMemory(forceFullCollection: true) - _atStart : growth;
            PeakGrowth = Math.Max(PeakGrowth, growth);
        }

        if (_outcomes.Add(attempt.Outcome) && _kept.Count < MaxKept)
        {
            _kept.Add(input);
        }

        return attempt switch
        {
            _ when PeakGrowth > MaxGrowth => $"{FailedInput.Save(target, input, seed)}: {PeakGrowth} bytes more are in use than at the start",
            { Undocumented: { } exception } => $"{FailedInput.Save(target, input, seed)}: {exception}",
            _ when attempt.Allocated > FixedAllowance + (input.Length * target.BytesPerByte) =>
                $"{FailedInput.Save(target, input, seed)}: {attempt.Allocated} bytes of memory for {input.Length} of input",
            _ => null,
        };
    }
}
