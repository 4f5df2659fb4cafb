using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;
using OpenTelemetry;
using OpenTelemetry.Trace;
using SeoAudit.Client.Diagnostics;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Diagnostics;

/// <summary>An app that listens to everything: spans by OpenTelemetry, measurements and log records of its own container.</summary>
internal sealed class TelemetryApp : IAsyncDisposable
{
    private readonly List<Activity> _exported = [];
    private readonly ScriptedHandler _handler;
    private readonly TracerProvider _tracing;
    private readonly Activity _root;

    public TelemetryApp(Func<HttpRequestMessage, HttpResponseMessage> answer, Action<SeoAuditOptions>? configure = null)
        : this((request, _) => Task.FromResult(answer(request)), configure)
    {
    }

    public TelemetryApp(
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer,
        Action<SeoAuditOptions>? configure = null,
        LogLevel level = LogLevel.Trace)
    {
        _handler = new ScriptedHandler(answer);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        services.AddLogging(logging => logging.SetMinimumLevel(level).AddFakeLogging());
        services.AddSeoAudit(options =>
        {
            (options.SeoPeek.ApiKey, options.Seogent.ApiToken, options.MetricSpot.ApiKey) =
                (TestClient.SeoPeekKey, TestClient.SeogentKey, TestClient.MetricSpotKey);
            configure?.Invoke(options);
        }).On(_handler);
        Services = services.BuildServiceProvider();
        _tracing = Sdk.CreateTracerProviderBuilder()
            .AddSource(SeoAuditTelemetry.ActivitySourceName)
            .SetSampler(new AlwaysOnSampler())
            .AddInMemoryExporter(_exported)
            .Build();
        // Other tests run at the same time in this process: what belongs to this one hangs below this.
        _root = new Activity("test").Start();
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 12, 12, 0, 0, TimeSpan.Zero));

    public ServiceProvider Services { get; }

    public ISeoAuditClient Client => Services.GetRequiredService<ISeoAuditClient>();

    public IReadOnlyList<SentRequest> Requests => _handler.Requests;

    /// <summary>What the SDK logged.</summary>
    public IReadOnlyList<FakeLogRecord> Logged =>
        [.. Services.GetFakeLogCollector().GetSnapshot().Where(static record => record.Category == Log.Category)];

    public MetricCollector<long> Counter(InstrumentText text) => Collect<long>(text);

    public MetricCollector<double> Duration(InstrumentText text) => Collect<double>(text);

    /// <summary>Lets the clock run for as long as something takes, however late the machine gets to it.</summary>
    public async Task<T> RunAsync<T>(Func<Task<T>> start)
    {
        // Begun before the clock moves.
        Task<T> task = start();
        await Time.AdvanceUntilAsync(((Task)task).ContinueWith(static _ => { }, TaskScheduler.Default), TimeSpan.FromSeconds(0.05), steps: 4_000);
        return await task;
    }

    /// <summary>The spans so far, in the order in which they began; there are no more after it.</summary>
    public IReadOnlyList<Activity> EndSpans()
    {
        _tracing.Dispose();
        return [.. _exported.Where(span => span.TraceId == _root.TraceId).OrderBy(static span => span.StartTimeUtc)];
    }

    public async ValueTask DisposeAsync()
    {
        _root.Dispose();
        _tracing.Dispose();
        await Services.DisposeAsync();
        _handler.Dispose();
    }

    private MetricCollector<T> Collect<T>(InstrumentText text)
        where T : struct =>
        new(Services.GetRequiredService<IMeterFactory>(), SeoAuditTelemetry.MeterName, text.Name, Time);
}
