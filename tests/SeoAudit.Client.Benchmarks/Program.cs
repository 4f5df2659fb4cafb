using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using SeoAudit.Client.Benchmarks;

switch (args)
{
    case ["call", ..]:
        Job job = (args is [_, "--short"] ? Job.ShortRun : Job.Default).WithToolchain(InProcessNoEmitToolchain.Instance);
        BenchmarkRunner.Run<CallBenchmarks>(DefaultConfig.Instance.AddJob(job));
        return 0;
    case ["bulk", ..]:
        await BulkComparison.BulkAsync(requests: args is [_, "--short"] ? 4_000 : 40_000, rounds: args is [_, "--short"] ? 2 : 5);
        return 0;
    case ["calls", ..]:
        await BulkComparison.CallsAsync(requests: args is [_, "--short"] ? 4_000 : 40_000, rounds: args is [_, "--short"] ? 2 : 5);
        return 0;
    case ["sitemap", ..]:
        await SitemapComparison.RunAsync(rounds: args is [_, "--short"] ? 3 : 9);
        return 0;
    case ["memory", ..]:
        return await MemoryComparison.RunAsync(few: 10_000, many: args is [_, "--short"] ? 100_000 : 1_000_000);
    case ["memory-worker", var urls]:
        await MemoryComparison.WorkAsync(int.Parse(urls, System.Globalization.CultureInfo.InvariantCulture));
        return 0;
    case ["waits", ..]:
        return await WaitComparison.RunAsync(audits: args is [_, "--short"] ? 200 : 1_000);
    default:
        Console.Error.WriteLine("Usage: (call | calls | bulk | sitemap | memory | waits) [--short]");
        return 2;
}
