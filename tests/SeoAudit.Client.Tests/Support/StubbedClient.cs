using Microsoft.Extensions.DependencyInjection;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.SeoPeek;

namespace SeoAudit.Client.Tests.Support;

/// <summary>A stubbed service and the registered clients that talk to it, without retries and pacing unless a test asks for them.</summary>
internal sealed class StubbedClient : IDisposable
{
    private readonly ServiceProvider _services;

    public StubbedClient(Action<SeoAuditOptions>? configure = null, TimeProvider? time = null, string prefix = "") =>
        _services = TestClient.Services(handler: null, time, options =>
        {
            var address = new Uri(Service.Address, prefix);
            foreach (ServiceOptions service in new ServiceOptions[] { options.SeoPeek, options.Seogent, options.MetricSpot })
            {
                service.BaseAddress = address;
                service.MaxRetries = 0;
                service.RetryDelay = TimeSpan.Zero;
            }

            options.MetricSpot.Spacing = TimeSpan.Zero;
            configure?.Invoke(options);
        });

    public ServiceStub Service { get; } = new();

    public ISeoAuditClient Client => Get<ISeoAuditClient>();

    public ISeoPeekClient SeoPeek => Client.SeoPeek;

    public IMetricSpotClient MetricSpot => Client.MetricSpot;

    public T Get<T>()
        where T : class => _services.GetRequiredService<T>();

    public void Dispose()
    {
        _services.Dispose();
        Service.Dispose();
    }
}
