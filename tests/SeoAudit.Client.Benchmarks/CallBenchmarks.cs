using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using SeoAudit.Client.SeoPeek;

namespace SeoAudit.Client.Benchmarks;

/// <summary>One call on an in-memory handler with a tiny body: the SDK beside what it stands on.</summary>
[MemoryDiagnoser]
public class CallBenchmarks : IDisposable
{
    private static readonly Uri Page = new("https://example.com/");

    private readonly HttpClient _raw = new(new FixedAnswerHandler(Answers.Tiny)) { BaseAddress = new Uri("https://seopeek.web.app/") };
    private ServiceProvider _provider = null!;
    private ISeoPeekClient _client = null!;
    private ISeoAuditClient _facade = null!;

    [GlobalSetup]
    public void Setup()
    {
        var services = new ServiceCollection();
        services.AddSeoAudit(options => options.SeoPeek.ApiKey = "seo_benchmark")
            .SeoPeek.ConfigurePrimaryHttpMessageHandler(() => new FixedAnswerHandler(Answers.Tiny));
        _provider = services.BuildServiceProvider();
        _client = _provider.GetRequiredService<ISeoPeekClient>();
        _facade = _provider.GetRequiredService<ISeoAuditClient>();
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _provider?.Dispose();
        _raw.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true)]
    public async Task<double> RawHttpClient()
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get, "/api/v1/audit?url=" + Uri.EscapeDataString(Page.AbsoluteUri));
        request.Headers.TryAddWithoutValidation("x-api-key", "seo_benchmark");
        using HttpResponseMessage response = await _raw.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using Stream body = await response.Content.ReadAsStreamAsync();
        RawAudit? audit = await JsonSerializer.DeserializeAsync(body, RawJsonContext.Default.RawAudit);
        return audit!.Score;
    }

    [Benchmark]
    public async Task<double> ServiceClient() => (await _client.AuditAsync(Page)).Score;

    [Benchmark]
    public async Task<double> Facade() => (await _facade.AuditPageAsync(Page)).Score;
}
