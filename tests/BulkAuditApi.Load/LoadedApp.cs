using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using SeoAudit.Tests.Shared;

namespace BulkAuditApi.Load;

/// <summary>The API as a process of its own, with the emulator in it, and the pages that it audits.</summary>
internal sealed class LoadedApp : IAsyncDisposable
{
    private const int PagesOfJob = 20;

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    private readonly Process _process;
    private readonly NumberedSite _site;
    private readonly HttpClient _http;
    private int _page;

    private LoadedApp(Process process, NumberedSite site, Uri address)
    {
        (_process, _site) = (process, site);
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(1) };
    }

    public static async Task<LoadedApp> StartAsync(string app)
    {
        NumberedSite site = await NumberedSite.StartAsync();
        var start = new ProcessStartInfo(
            "dotnet",
            [app, "--urls", "http://127.0.0.1:0", "--Emulator:Enabled", "true", "--Emulator:Delay", "00:00:00", "--Emulator:DailyQuota", "100000000", "--Jobs:PollInterval", "00:00:00.1", "--Jobs:MaxConcurrentBatches", "100"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        Process process = Process.Start(start)!;
        const string Listening = "Now listening on: ";
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            {
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return new LoadedApp(process, site, new Uri(line[(at + Listening.Length)..]));
            }
        }

        await site.DisposeAsync();
        throw new InvalidOperationException($"'{app}' ended before it listened.");
    }

    /// <summary>Loads it for some time and says what came of it.</summary>
    /// <returns>Whether every answer was the right one.</returns>
    public async Task<bool> RunAsync(string name, int clients, Work work, TimeSpan time)
    {
        var log = new AnswerLog();
        long start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(start) < time)
            {
                long asked = Stopwatch.GetTimestamp();
                string? fault = await AskAsync(work, client);
                log.Add(Stopwatch.GetElapsedTime(asked), fault);
            }
        })));
        TimeSpan took = Stopwatch.GetElapsedTime(start);
        _process.Refresh();
        string memory = string.Create(CultureInfo.InvariantCulture, $"{_process.WorkingSet64 / 1048576} MB");
        Console.WriteLine($"{name}: {log.Describe(took, work == Work.Jobs ? "jobs" : "requests")}, {memory}");
        return log.Faults == 0;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        await _site.DisposeAsync();
    }

    private async Task<string?> AskAsync(Work work, int client)
    {
        try
        {
            return work switch
            {
                Work.Fresh => await AuditAsync(NextPage()),
                Work.Cached => await AuditAsync(new Uri(_site.Address, string.Create(CultureInfo.InvariantCulture, $"/cached/{client % 40}"))),
                _ => await RunJobAsync(),
            };
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return $"{exception.GetType().Name}: {exception.Message}";
        }
    }

    private async Task<string?> AuditAsync(Uri page)
    {
        using HttpResponseMessage response = await _http.PostAsJsonAsync("/api/audit/bulk", new { urls = new[] { page } });
        JsonElement answer = await ReadAsync(response);
        JsonElement[] results = [.. answer.GetProperty("results").EnumerateArray()];
        return results is [var result] && result.GetProperty("error").ValueKind == JsonValueKind.Null ? null : answer.ToString();
    }

    private async Task<string?> RunJobAsync()
    {
        Uri[] pages = [.. Enumerable.Range(0, PagesOfJob).Select(_ => NextPage())];
        using HttpResponseMessage accepted = await _http.PostAsJsonAsync("/api/audit/async", new { urls = pages, concurrency = 20 });
        Uri job = accepted.Headers.Location ?? throw new InvalidOperationException($"{accepted.StatusCode} without a job.");
        while (true)
        {
            using HttpResponseMessage response = await _http.GetAsync(job);
            JsonElement answer = await ReadAsync(response);
            switch (answer.GetProperty("status").GetString())
            {
                case "pending" or "running":
                    await Task.Delay(Poll);
                    break;
                case "completed" when answer.GetProperty("result").GetProperty("total").GetInt32() == PagesOfJob:
                    return null;
                default:
                    return answer.ToString();
            }
        }
    }

    private Uri NextPage() => new(_site.Address, string.Create(CultureInfo.InvariantCulture, $"/page/{Interlocked.Increment(ref _page)}"));

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        string text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode
            ? JsonSerializer.Deserialize<JsonElement>(text)
            : throw new InvalidOperationException($"{(int)response.StatusCode}: {text}");
    }
}
