using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using SeoAudit.Client.Diagnostics;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Diagnostics;

/// <summary>Measurements as OpenTelemetry collects them, by the name of the meter, from the whole process.</summary>
[Collection(nameof(AloneInProcess))]
public sealed class ExporterTests
{
    [Fact]
    public async Task Instruments_are_exported_as_they_are_described()
    {
        var exported = new List<MetricSnapshot>();
        using (MeterProvider metering = Sdk.CreateMeterProviderBuilder()
            .AddMeter(SeoAuditTelemetry.MeterName)
            .AddInMemoryExporter(exported)
            .Build())
        {
            await using var app = new TelemetryApp(Answers.For);
            await app.Client.AuditPageAsync(new Uri("https://example.com/"), cancellationToken: TestContext.Current.CancellationToken);
            await app.Client.Seogent.GetCreditsAsync(TestContext.Current.CancellationToken);
            metering.ForceFlush();
        }

        foreach (InstrumentText text in new[]
            { Instruments.Audits, Instruments.Attempts, Instruments.AttemptDuration, Instruments.OperationDuration, Instruments.CreditsRemaining })
        {
            MetricSnapshot metric = exported.First(metric => metric.Name == text.Name);
            Assert.Equal((text.Unit, text.Description, SeoAuditTelemetry.MeterName), (metric.Unit, metric.Description, metric.MeterName));
            Assert.NotEmpty(metric.MetricPoints);
            Assert.All(metric.MetricPoints, point => Assert.All(Keys(point), tag => Assert.Contains(tag, text.Tags, StringComparer.Ordinal)));
        }
    }

    private static List<string> Keys(MetricPoint point)
    {
        var keys = new List<string>();
        foreach (KeyValuePair<string, object?> tag in point.Tags)
        {
            keys.Add(tag.Key);
        }

        return keys;
    }
}
