using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using SeoAudit.Client;

namespace BulkAuditApi.Telemetry;

/// <summary>Traces and metrics of the requests and of the audits that they cause; sent where OTEL_EXPORTER_OTLP_ENDPOINT says.</summary>
internal static class TelemetryServices
{
    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        OpenTelemetryBuilder telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(configuration["OTEL_SERVICE_NAME"] ?? "BulkAuditApi"))
            .WithTracing(static traces => traces.AddSource("Microsoft.AspNetCore", SeoAuditTelemetry.ActivitySourceName))
            .WithMetrics(static metrics => metrics.AddMeter("Microsoft.AspNetCore.Hosting", SeoAuditTelemetry.MeterName));
        if (!string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            telemetry.UseOtlpExporter();
        }
    }
}
