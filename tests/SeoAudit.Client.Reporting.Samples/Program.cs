using SeoAudit.Client;
using SeoAudit.Client.Reporting;
using SeoAudit.Client.Reporting.Samples;

if (args.Length < 2)
{
    Console.Error.WriteLine("Usage: SeoAudit.Client.Reporting.Samples FOLDER FORMAT...");
    return 2;
}

foreach (ReportFormat format in args.Skip(1).Select(Enum.Parse<ReportFormat>))
{
    foreach ((string name, IEnumerable<PageAuditOutcome> outcomes, ReportOptions options) in SampleRuns.All)
    {
        await using FileStream file = File.Create(Path.Combine(args[0], $"{name}.{SampleRuns.EndingOf(format)}"));
        await outcomes.ToAsyncEnumerable().WriteReportAsync(format, file, options);
    }
}

return 0;
