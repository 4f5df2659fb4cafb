using System.Globalization;

namespace SeoAudit.Client.Fuzz;

/// <summary>Runs all readers one after the other and prints what became of them.</summary>
internal static class FuzzSession
{
    public static async Task<bool> RunAsync(IReadOnlyList<FuzzTarget> targets, int seed, TimeSpan duration)
    {
        Console.WriteLine($"seed {seed.ToString(CultureInfo.InvariantCulture)}");
        Console.WriteLine(Row("reader", "inputs", "outcomes", "kept", "slowest", "most memory", "peak growth"));
        using var watchdog = new Watchdog();
        var good = true;
        long tried = 0;
        foreach (FuzzTarget target in targets)
        {
            var run = new FuzzRun(target, InputCorpus.Of(target), seed, watchdog);
            string? fault = await run.RunAsync(duration / targets.Count);
            tried += run.Tried;
            good &= fault is null;
            Console.WriteLine(Row(
                target.Name,
                Number(run.Tried),
                Number(run.Outcomes),
                Number(run.Kept),
                string.Create(CultureInfo.InvariantCulture, $"{run.Slowest.TotalMilliseconds:0.#} ms, {run.SlowestLength} B"),
                Kilobytes(run.MostAllocated),
                Kilobytes(run.PeakGrowth)));
            if (fault is not null)
            {
                Console.WriteLine($"  FAULT {fault}");
            }
        }

        Console.WriteLine($"{Number(tried)} inputs for {Number(targets.Count)} readers: {(good ? "good" : "BAD")}");
        return good;
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Kilobytes(long bytes) => $"{Number(bytes / 1024)} KiB";

    private static string Row(params string[] cells) =>
        cells[0].PadRight(32) + string.Concat(cells.Skip(1).Select(static cell => cell.PadLeft(20)));
}
