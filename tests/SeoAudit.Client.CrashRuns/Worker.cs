using System.Globalization;

namespace SeoAudit.Client.CrashRuns;

/// <summary>The process that is killed: one bulk run with a journal, which tells how it ended.</summary>
internal static class Worker
{
    public const int Concurrency = 8;
    public const int ScanBatchSize = 50;

    /// <summary>The exit code of one that found another at its journal.</summary>
    public const int JournalInUse = 3;

    public static async Task RunAsync(AuditService service, Uri emulator, Uri site, int pages, string folder)
    {
        var options = new SeoAuditOptions();
        options.UseEmulator(emulator);
        using var client = SeoAuditClient.Create(options);
        var urls = new HashSet<string>(StringComparer.Ordinal);
        var outcomes = 0;
        var audited = 0;
        Console.WriteLine("started");
        await foreach (PageAuditOutcome outcome in client.AuditPagesAsync(
            Enumerable.Range(0, pages).Select(page => Page(site, page)),
            new BulkAuditOptions
            {
                Service = service,
                MaxConcurrency = service == AuditService.Seogent ? 3 : Concurrency,
                ScanBatchSize = ScanBatchSize,
                JournalPath = Path.Combine(folder, "journal.jsonl"),
            }))
        {
            outcomes++;
            urls.Add(outcome.Url.AbsoluteUri);
            if (outcome.IsSuccess)
            {
                audited++;
            }
            else
            {
                Console.WriteLine($"{outcome.Url}: {outcome.Error.Message}");
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ended {outcomes} {urls.Count} {audited}"));
    }

    public static Uri Page(Uri site, int page) => new(site, string.Create(CultureInfo.InvariantCulture, $"/page/{page}"));
}
