using System.Diagnostics.Metrics;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Caching;

public sealed class CacheTelemetryTests
{
    private static readonly Uri Page = new("https://example.com/");

    [Fact]
    public async Task Every_lookup_is_counted_once()
    {
        var gate = new TaskCompletionSource();
        using ScriptedHandler handler = CachingApp.Service(gate.Task);
        await using var app = new CachingApp(handler);
        using var counted = new Counted(app.Services);

        Task<PageAudit>[] asks = [.. Enumerable.Range(0, 10).Select(_ => app.AuditAsync(Page))];
        gate.SetResult();
        PageAudit[] audits = await Task.WhenAll(asks);
        await app.AuditAsync(Page);
        await app.AuditAsync(Page, CacheMode.Refresh);
        await app.AuditAsync(Page, CacheMode.Bypass);

        Assert.Equal((10, 1, 0), (counted["hit SeoPeek"], counted["miss SeoPeek"], counted["error SeoPeek"]));
        Assert.Equal(9, audits.Count(static audit => audit.IsCached));
    }

    [Fact]
    public async Task A_cache_that_fails_is_counted()
    {
        using ScriptedHandler handler = CachingApp.Service();
        await using var app = new CachingApp(handler, static services => services.AddSingleton<HybridCache>(new BrokenCache(static _ => throw new IOException())));
        using var counted = new Counted(app.Services);

        await app.AuditAsync(Page);

        Assert.Equal((0, 0, 1), (counted["hit SeoPeek"], counted["miss SeoPeek"], counted["error SeoPeek"]));
    }

    [Fact]
    public void The_meter_has_the_name_that_is_documented() => Assert.Equal("SeoAudit.Client", SeoAuditTelemetry.MeterName);

    /// <summary>Sums up what one app counts.</summary>
    private sealed class Counted : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly Dictionary<string, long> _sums = new(StringComparer.Ordinal);

        public Counted(IServiceProvider app)
        {
            var meters = app.GetRequiredService<IMeterFactory>();
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "seoaudit.cache.lookups" && instrument.Meter.Name == SeoAuditTelemetry.MeterName && ReferenceEquals(instrument.Meter.Scope, meters))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((_, value, tags, _) =>
            {
                Dictionary<string, object?> named = tags.ToArray().ToDictionary(static tag => tag.Key, static tag => tag.Value, StringComparer.Ordinal);
                lock (_sums)
                {
                    string name = $"{named["seoaudit.cache.result"]} {named["seoaudit.service"]}";
                    _sums[name] = _sums.GetValueOrDefault(name) + value;
                }
            });
            _listener.Start();
        }

        public long this[string name]
        {
            get
            {
                lock (_sums)
                {
                    return _sums.GetValueOrDefault(name);
                }
            }
        }

        public void Dispose() => _listener.Dispose();
    }
}
