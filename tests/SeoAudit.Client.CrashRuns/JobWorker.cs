using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SeoAudit.Client.CrashRuns;

/// <summary>The process that is killed: a host with jobs, which submits one where there is none, and tells how it ended.</summary>
internal static class JobWorker
{
    /// <summary>The exit code of one that found another at its folder.</summary>
    public const int FolderInUse = 4;

    // As many as are read over and over by somebody who counts only what is new.
    private const string Seen = "seen.txt";

    public static async Task RunAsync(AuditService service, Uri emulator, Uri site, int pages, string folder)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSeoAudit(options => options.UseEmulator(emulator)).AddJobs(jobs => jobs.Folder = Path.Combine(folder, "jobs"));
        using IHost host = builder.Build();
        await host.StartAsync();
        var jobs = host.Services.GetRequiredService<IBulkAuditJobs>();
        BulkAuditJob job = await FirstAsync(jobs) ?? await jobs.SubmitAsync(
            Enumerable.Range(0, pages).Select(page => Worker.Page(site, page)),
            new BulkAuditJobOptions
            {
                Audit = new()
                {
                    Service = service,
                    MaxConcurrency = service == AuditService.Seogent ? 3 : Worker.Concurrency,
                    ScanBatchSize = Worker.ScanBatchSize,
                },
            });
        await FollowAsync(job, Path.Combine(folder, Seen));
        BulkAuditReport report = await job.WaitForCompletionAsync();
        var urls = new HashSet<string>(StringComparer.Ordinal);
        var followed = await File.ReadAllLinesAsync(Path.Combine(folder, Seen));
        await foreach (PageAuditOutcome outcome in job.StreamOutcomesAsync())
        {
            urls.Add(outcome.Url.AbsoluteUri);
            if (!outcome.IsSuccess)
            {
                Console.WriteLine($"{outcome.Url}: {outcome.Error.Message}");
            }
        }

        bool isFollowed = followed.Length == report.Total && urls.SetEquals(followed);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"ended {(isFollowed ? report.Total : 0)} {urls.Count} {report.Audited}"));
        await host.StopAsync();
    }

    private static async Task<BulkAuditJob?> FirstAsync(IBulkAuditJobs jobs)
    {
        await foreach (BulkAuditJob job in jobs.ListAsync())
        {
            return job;
        }

        return null;
    }

    // What was written down before a kill is never written again: each place has one outcome for good.
    private static async Task FollowAsync(BulkAuditJob job, string seen)
    {
        int known = 0;
        if (File.Exists(seen))
        {
            string text = await File.ReadAllTextAsync(seen);
            text = text[..(text.LastIndexOf('\n') + 1)];
            await File.WriteAllTextAsync(seen, text);
            known = text.Count(static letter => letter == '\n');
        }

        await using var writer = new StreamWriter(seen, append: true) { AutoFlush = true };
        await foreach (PageAuditOutcome outcome in job.StreamOutcomesAsync(known))
        {
            await writer.WriteAsync(outcome.Url.AbsoluteUri + "\n");
        }
    }
}
