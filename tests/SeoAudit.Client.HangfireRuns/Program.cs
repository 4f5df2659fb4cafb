using System.Globalization;
using SeoAudit.Client;
using SeoAudit.Client.HangfireRuns;

// A fleet whose workers are killed again and again, and whose storage is restarted, must end as if nothing had happened.
switch (args)
{
    case ["worker", var kind, var port, var emulator]:
        await FleetWorker.RunAsync(kind, int.Parse(port, CultureInfo.InvariantCulture), new Uri(emulator));
        return 0;
    case [FleetStorage.PostgreSql or FleetStorage.Redis, var service, var pages] when Enum.TryParse(service, out AuditService chosen):
        var run = new FleetRun(args[0], chosen, int.Parse(pages, CultureInfo.InvariantCulture));
        return await run.RunAsync(workers: 3) ? 0 : 1;
    case [FleetStorage.PostgreSql or FleetStorage.Redis, var service, var pages, "speed"] when Enum.TryParse(service, out AuditService chosen):
        var measured = new FleetRun(args[0], chosen, int.Parse(pages, CultureInfo.InvariantCulture));
        (TimeSpan one, long bytes) = await measured.MeasureAsync(workers: 1);
        (TimeSpan three, _) = await measured.MeasureAsync(workers: 3);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{chosen} on {args[0]}: {pages} pages in {one.TotalSeconds:0.0} s by one worker, {three.TotalSeconds:0.0} s by three: {one / three:0.0} times as fast; {bytes} bytes a page"));
        return 0;
    default:
        Console.Error.WriteLine("Usage: (postgresql | redis) (SeoPeek | Seogent | MetricSpot) PAGES [speed]");
        return 2;
}
