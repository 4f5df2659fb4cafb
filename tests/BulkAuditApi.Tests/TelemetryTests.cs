using BulkAuditApi.Tests.Support;

namespace BulkAuditApi.Tests;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Requests_audits_and_measurements_go_where_the_setting_says()
    {
        await using Collector collector = await Collector.StartAsync();
        await using ScriptedService service = await ScriptedService.StartAsync();
        await using RunningApi api = await RunningApi.StartAsync(
            [.. service.Settings(), $"OTEL_EXPORTER_OTLP_ENDPOINT={collector.Address}", "OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf"]);
        await api.Client.BulkAsync(ScriptedApi.Page());
        api.Stop();
        Assert.Equal(0, await api.EndAsync());

        foreach (string name in new[] { "BulkAuditApi", "Microsoft.AspNetCore", "SeoAudit.Client", "seopeek.audit" })
        {
            Assert.True(collector.Has("/v1/traces", name), name);
        }

        foreach (string name in new[] { "seoaudit.audits", "seoaudit.cache.lookups", "http.server.request.duration" })
        {
            Assert.True(collector.Has("/v1/metrics", name), name);
        }

        Assert.False(collector.Has("/v1/traces", ScriptedService.Key));
        Assert.False(collector.Has("/v1/metrics", ScriptedService.Key));
    }
}
