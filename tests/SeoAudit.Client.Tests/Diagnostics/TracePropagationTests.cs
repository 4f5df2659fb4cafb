using System.Collections.Concurrent;
using System.Diagnostics;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Diagnostics;

public sealed class TracePropagationTests
{
    private const string Own = "tests.propagation";

    [Fact]
    public async Task The_services_learn_nothing_of_the_apps_traces()
    {
        var stopped = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name is Own or "System.Net.Http" or SeoAuditTelemetry.ActivitySourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = stopped.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using var source = new ActivitySource(Own);
        await using var server = new LoopbackServer(static _ => LoopbackServer.Answer("200 OK", "Content-Type: application/json\r\n", Answers.Credits));
        using Activity? app = source.StartActivity("app");
        app!.AddBaggage("user", "jane");

        await TestClient.Create(server.Address).Seogent.GetCreditsAsync(TestContext.Current.CancellationToken);

        string request = Assert.Single(server.Requests);
        Assert.DoesNotContain("jane", request, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain($"{app.TraceId}", request, StringComparison.OrdinalIgnoreCase);
        // The platform's own span is there all the same, below that of the attempt.
        Activity[] spans = [.. stopped.Where(span => span.TraceId == app.TraceId)];
        Activity attempt = Assert.Single(spans, static span => span.DisplayName == "GET /credits");
        Assert.Equal(attempt.SpanId, Assert.Single(spans, static span => span.OperationName == "System.Net.Http.HttpRequestOut").ParentSpanId);
    }
}
