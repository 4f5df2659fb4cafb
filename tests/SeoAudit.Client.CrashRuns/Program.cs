using System.Globalization;
using SeoAudit.Client;
using SeoAudit.Client.CrashRuns;

// A run that is killed again and again, started again on its journal each time, must end as if nothing had happened.
switch (args)
{
    case ["worker", var service, var emulator, var site, var pages, var journal]:
        try
        {
            await Worker.RunAsync(
                Enum.Parse<AuditService>(service),
                new Uri(emulator),
                new Uri(site),
                int.Parse(pages, CultureInfo.InvariantCulture),
                journal);
            return 0;
        }
        catch (SeoAuditJournalException exception) when (exception.Fault == JournalFault.InUse)
        {
            return Worker.JournalInUse;
        }
    case [var service, var pages, var kills] when Enum.TryParse(service, out AuditService chosen):
        int seed = Random.Shared.Next();
        Console.WriteLine($"{chosen}: {pages} pages, {kills} kills, seed {seed}");
        var run = new CrashRun(
            chosen, int.Parse(pages, CultureInfo.InvariantCulture), int.Parse(kills, CultureInfo.InvariantCulture), new Random(seed));
        return await run.RunAsync() ? 0 : 1;
    default:
        Console.Error.WriteLine("Usage: (SeoPeek | Seogent | MetricSpot) PAGES KILLS");
        return 2;
}
