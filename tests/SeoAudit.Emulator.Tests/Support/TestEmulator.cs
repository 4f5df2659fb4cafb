using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using SeoAudit.Emulator.Hosting;

namespace SeoAudit.Emulator.Tests.Support;

/// <summary>An emulator over made-up pages and a clock that only tests move, with a plain client.</summary>
internal sealed class TestEmulator : IAsyncDisposable
{
    public const string SeogentToken = "sk_test_1";
    public const string MetricSpotKey = "ms_live_0123456789abcdef0123";

    // Only for what never comes about.
    private static readonly TimeSpan RealLimit = TimeSpan.FromSeconds(60);

    private TestEmulator(SeoAuditEmulator emulator, SeoAuditEmulatorOptions options, WatchedClock clock, FakeAnalyzer analyzer, FakeCrawler crawler)
    {
        Emulator = emulator;
        Options = options;
        Clock = clock;
        Analyzer = analyzer;
        Crawler = crawler;
        Http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = emulator.BaseAddress };
    }

    public static DateTimeOffset Start { get; } = new(2026, 3, 12, 12, 0, 0, TimeSpan.Zero);

    public SeoAuditEmulator Emulator { get; }

    public SeoAuditEmulatorOptions Options { get; }

    public WatchedClock Clock { get; }

    public FakeAnalyzer Analyzer { get; }

    public FakeCrawler Crawler { get; }

    public HttpClient Http { get; }

    public static async Task<TestEmulator> StartAsync(Action<SeoAuditEmulatorOptions>? configure = null)
    {
        var clock = new WatchedClock(Start);
        var options = new SeoAuditEmulatorOptions { TimeProvider = clock };
        configure?.Invoke(options);
        var analyzer = new FakeAnalyzer();
        var crawler = new FakeCrawler();
        SeoAuditEmulator emulator = await SeoAuditEmulator.StartAsync(options, new AuditingEngine(options, analyzer, crawler));
        return new TestEmulator(emulator, options, clock, analyzer, crawler);
    }

    public Task<Answer> GetAsync(string path, string? key = null, string? accept = null) =>
        SendAsync(HttpMethod.Get, path, body: null, key, accept);

    public Task<Answer> PostAsync(string path, string? body = null, string? key = null) =>
        SendAsync(HttpMethod.Post, path, body, key);

    public async Task<Answer> SendAsync(HttpMethod method, string path, string? body, string? key, string? accept = null)
    {
        using var request = new HttpRequestMessage(method, path.TrimStart('/'));
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (key is not null && key.StartsWith("seo_", StringComparison.Ordinal))
            request.Headers.Add("x-api-key", key);
        else if (key is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        request.Headers.Accept.ParseAdd(accept ?? "application/json");
        using HttpResponseMessage response = await Http.SendAsync(request);
        return new Answer(
            (int)response.StatusCode,
            await response.Content.ReadAsByteArrayAsync(),
            response.Content.Headers.ContentType?.ToString(),
            response.Headers);
    }

    /// <summary>Moves the clock in small steps until something holds.</summary>
    public Task AdvanceUntilAsync(Func<Task<bool>> holds, TimeSpan? step = null) => UntilAsync(async () =>
    {
        // While nobody waits for the clock, the emulator is at work, and would miss what the clock shows meanwhile.
        bool isWaitedFor = Clock.Waiting > 0;
        if (await holds())
            return true;
        if (isWaitedFor)
            Clock.Advance(step ?? TimeSpan.FromMilliseconds(20));
        return false;
    });

    /// <summary>Waits, with the clock standing still, until something holds.</summary>
    public static async Task UntilAsync(Func<Task<bool>> holds)
    {
        long started = Stopwatch.GetTimestamp();
        while (!await holds())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < RealLimit, "It never came about.");
            await Task.Delay(2);
        }
    }

    /// <summary>Waits until someone waits for the clock.</summary>
    public Task UntilWaitedForAsync() => UntilAsync(() => Clock.Waiting > 0);

    public static Task UntilAsync(Func<bool> holds) => UntilAsync(() => Task.FromResult(holds()));

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Emulator.DisposeAsync();
    }
}
