using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace SeoAudit.Client.Benchmarks;

/// <summary>The peak memory of a bulk run of many URLs beside one of few, each in a process of its own.</summary>
internal static class MemoryComparison
{
    private const long BudgetBytes = 64L * 1024 * 1024;

    public static async Task<int> RunAsync(int few, int many)
    {
        long small = await MeasureAsync(few);
        long large = await MeasureAsync(many);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"peak of {few} URLs {Megabytes(small)} MB, of {many} {Megabytes(large)} MB: {Megabytes(large - small)} MB more (budget {Megabytes(BudgetBytes)})"));
        return large - small <= BudgetBytes ? 0 : 1;
    }

    /// <summary>The process that is measured: one run, on answers from memory, whose outcomes are read and dropped.</summary>
    public static async Task WorkAsync(int urls)
    {
        var services = new ServiceCollection();
        services.AddSeoAudit(static options => options.SeoPeek.ApiKey = "seo_benchmark")
            .SeoPeek.ConfigurePrimaryHttpMessageHandler(static () => new FixedAnswerHandler(Answers.Typical));
        await using ServiceProvider provider = services.BuildServiceProvider();
        ISeoAuditClient client = provider.GetRequiredService<ISeoAuditClient>();
        var builder = new BulkAuditReportBuilder();
        await foreach (PageAuditOutcome outcome in client.AuditPagesAsync(Pages(urls), new() { MaxConcurrency = 20 }))
        {
            builder.Add(outcome);
        }

        if (builder.Build().Audited != urls)
        {
            throw new InvalidOperationException("Not every page was audited.");
        }

        using var self = Process.GetCurrentProcess();
        Console.WriteLine(self.PeakWorkingSet64.ToString(CultureInfo.InvariantCulture));
    }

    private static async Task<long> MeasureAsync(int urls)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["memory-worker", urls.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using Process worker = Process.Start(start)!;
        string output = await worker.StandardOutput.ReadToEndAsync();
        await worker.WaitForExitAsync();
        return long.Parse(output, CultureInfo.InvariantCulture);
    }

    // Every URL twice, at a distance, so that telling them apart is part of the work.
    private static IEnumerable<Uri> Pages(int count)
    {
        for (var index = 0; index < count; index++)
        {
            yield return Page(index);
            if (index % 2 == 1)
            {
                yield return Page(index / 2);
            }
        }
    }

    private static Uri Page(int index) =>
        new(string.Create(CultureInfo.InvariantCulture, $"https://www.example.com/category/{index % 97}/product-with-a-usual-name-{index}.html"));

    private static string Megabytes(long bytes) => (bytes / 1024d / 1024).ToString("0.0", CultureInfo.InvariantCulture);
}
