using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace SeoAudit.Client.Benchmarks;

/// <summary>
/// Many audits over loopback, 20 and 64 at a time: the SDK beside a bare loop, in turns, as a ratio. The SDK's bulk audit, or its
/// single call in the same bare loop, which tells what the call costs from what the bulk audit adds.
/// </summary>
internal static class BulkComparison
{
    // Until both are compiled as well as they will be; fewer calls measure the compiler.
    private const int WarmUp = 10_000;

    public static async Task BulkAsync(int requests, int rounds)
    {
        await RunAsync(SdkBulkAsync, concurrency: 20, requests, rounds);
        await RunAsync(SdkBulkAsync, concurrency: 64, requests, rounds);
    }

    public static Task CallsAsync(int requests, int rounds) => RunAsync(SdkCallsAsync, concurrency: 20, requests, rounds);

    private static async Task RunAsync(
        Func<ISeoAuditClient, int, int, Task<double>> sdkAsync, int concurrency, int requests, int rounds)
    {
        await using AnswerServer server = await AnswerServer.StartAsync();
        var options = new SeoAuditOptions();
        options.SeoPeek.BaseAddress = server.Address;
        using SeoAuditClient client = SeoAuditClient.Create(options);
        using var raw = new HttpClient { BaseAddress = server.Address };

        await RawAsync(raw, concurrency, WarmUp);
        await sdkAsync(client, concurrency, WarmUp);
        var ratios = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            double rawRate = await RawAsync(raw, concurrency, requests);
            double sdkRate = await sdkAsync(client, concurrency, requests);
            ratios.Add(sdkRate / rawRate);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"round {round + 1}: raw {rawRate:0}/s, SDK {sdkRate:0}/s, ratio {sdkRate / rawRate:0.00}"));
        }

        ratios.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"SDK / raw at {concurrency}: median {ratios[ratios.Count / 2]:0.00} ({ratios[0]:0.00} to {ratios[^1]:0.00})"));
    }

    private static async Task<double> RawAsync(HttpClient client, int concurrency, int requests)
    {
        long started = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(Pages(requests), new ParallelOptions { MaxDegreeOfParallelism = concurrency }, async (page, stop) =>
        {
            using HttpResponseMessage response = await client.GetAsync(
                "/api/v1/audit?url=" + Uri.EscapeDataString(page.AbsoluteUri), HttpCompletionOption.ResponseHeadersRead, stop);
            response.EnsureSuccessStatusCode();
            await using Stream body = await response.Content.ReadAsStreamAsync(stop);
            _ = await JsonSerializer.DeserializeAsync(body, RawJsonContext.Default.RawAudit, stop);
        });
        return requests / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task<double> SdkBulkAsync(ISeoAuditClient client, int concurrency, int requests)
    {
        long started = Stopwatch.GetTimestamp();
        var succeeded = 0;
        await foreach (PageAuditOutcome outcome in client.AuditPagesAsync(Pages(requests), new() { MaxConcurrency = concurrency }))
        {
            succeeded += outcome.IsSuccess ? 1 : 0;
        }

        return succeeded == requests
            ? requests / Stopwatch.GetElapsedTime(started).TotalSeconds
            : throw new InvalidOperationException($"Only {succeeded} of {requests} audits succeeded.");
    }

    private static async Task<double> SdkCallsAsync(ISeoAuditClient client, int concurrency, int requests)
    {
        long started = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            Pages(requests),
            new ParallelOptions { MaxDegreeOfParallelism = concurrency },
            async (page, stop) => _ = await client.AuditPageAsync(page, cancellationToken: stop));
        return requests / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static IEnumerable<Uri> Pages(int count)
    {
        for (var index = 0; index < count; index++)
        {
            yield return new Uri(string.Create(CultureInfo.InvariantCulture, $"https://example.com/page/{index}"));
        }
    }
}
