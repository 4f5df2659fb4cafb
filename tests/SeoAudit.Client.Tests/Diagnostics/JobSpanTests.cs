using System.Diagnostics;
using SeoAudit.Client.Diagnostics;
using SeoAudit.Client.Tests.Jobs;

namespace SeoAudit.Client.Tests.Diagnostics;

public sealed class JobSpanTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_stretch_of_work_on_a_job_is_a_span_above_what_it_asks_for()
    {
        await using var app = new TelemetryApp(Support.Answers.For);
        await using var scene = new JobScene();
        // Begun below the span of the test, as a host is begun below none.
        await scene.StartAsync();
        BulkAuditJob job = await scene.Jobs.SubmitAsync([JobScene.Page(0)], cancellationToken: Stop);
        await job.WaitForCompletionAsync(cancellationToken: Stop);
        await scene.StopAsync(isPatient: true);

        IReadOnlyList<Activity> spans = app.EndSpans();

        Activity span = Assert.Single(spans, static span => span.OperationName == Spans.Job.Name);
        Assert.Equal(
            [KeyValuePair.Create<string, object?>(TelemetryTag.OperationId, job.Id), KeyValuePair.Create<string, object?>(TelemetryTag.Service, "SeoPeek")],
            span.TagObjects.OrderBy(static tag => tag.Key, StringComparer.Ordinal));
        Assert.Contains(spans, call => call.ParentSpanId == span.SpanId && call.OperationName == "seopeek.audit");
    }
}
