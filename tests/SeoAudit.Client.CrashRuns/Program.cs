using System.Globalization;
using SeoAudit.Client;
using SeoAudit.Client.CrashRuns;

// A run that is killed again and again, started again on its journal each time, must end as if nothing had happened.
switch (args)
{
    case [CrashRun.Run or CrashRun.Jobs, var service, var emulator, var site, var pages, var folder]:
        try
        {
            Func<AuditService, Uri, Uri, int, string, Task> work = args[0] == CrashRun.Run ? Worker.RunAsync : JobWorker.RunAsync;
            await work(Enum.Parse<AuditService>(service), new Uri(emulator), new Uri(site), int.Parse(pages, CultureInfo.InvariantCulture), folder);
            return 0;
        }
        catch (SeoAuditJournalException exception) when (exception.Fault == JournalFault.InUse)
        {
            return Worker.JournalInUse;
        }
        catch (SeoAuditJobException exception) when (exception.Fault == JobFault.FolderInUse)
        {
            return JobWorker.FolderInUse;
        }
    case [var service, var pages, var kills, .. var more] when Enum.TryParse(service, out AuditService chosen) && more is [] or ["jobs"]:
        int seed = Random.Shared.Next();
        Console.WriteLine($"{chosen}: {pages} pages, {kills} kills, seed {seed}");
        var run = new CrashRun(
            more.Length == 0 ? CrashRun.Run : CrashRun.Jobs,
            chosen,
            int.Parse(pages, CultureInfo.InvariantCulture),
            int.Parse(kills, CultureInfo.InvariantCulture),
            new Random(seed));
        return await run.RunAsync() ? 0 : 1;
    default:
        Console.Error.WriteLine("Usage: (SeoPeek | Seogent | MetricSpot) PAGES KILLS [jobs]");
        return 2;
}
