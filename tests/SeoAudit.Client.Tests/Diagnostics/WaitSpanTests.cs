using System.Diagnostics;
using System.Net;
using SeoAudit.Client.Diagnostics;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Seogent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Diagnostics;

public sealed class WaitSpanTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wait_is_a_span_with_its_polls_below_and_below_those_the_calls()
    {
        await using TelemetryApp app = Seogent(static poll => poll switch
        {
            1 => ScriptedSeogent.State("crawling"),
            2 => ScriptedSeogent.Failure(HttpStatusCode.ServiceUnavailable),
            _ => ScriptedSeogent.State("completed", 100),
        });

        await app.RunAsync(() => app.Client.Seogent.GetScan("scan-1").WaitForCompletionAsync(cancellationToken: Stop));

        Activity[] spans = [.. app.EndSpans()];
        Activity wait = spans[0];
        Activity[] polls = [.. spans.Where(static span => span.DisplayName == "seoaudit.poll")];
        Assert.Equal("seoaudit.wait", wait.DisplayName);
        Assert.Equal(("Seogent", "scan-1", "3"), (wait.Tag(TelemetryTag.Service), wait.Tag(TelemetryTag.OperationId), wait.Tag(TelemetryTag.PollCount)));
        Assert.Equal(ActivityStatusCode.Unset, wait.Status);
        Assert.All(polls, poll => Assert.Equal(wait.SpanId, poll.ParentSpanId));
        Assert.Equal(["False", null, "True"], polls.Select(static poll => poll.Tag(TelemetryTag.IsFinal)), StringComparer.Ordinal);
        Assert.Equal([null, "SeoAuditException", null], polls.Select(static poll => poll.Tag(TelemetryTag.ErrorType)), StringComparer.Ordinal);
        Assert.Equal(
            polls.Select(static poll => (ActivitySpanId?)poll.SpanId).Append(wait.SpanId),
            spans.Where(static span => span.DisplayName.StartsWith("seogent.", StringComparison.Ordinal)).Select(static span => (ActivitySpanId?)span.ParentSpanId));
        Assert.All(spans, static span => Assert.Subset(
            span.Text().Tags.ToHashSet(StringComparer.Ordinal), span.TagObjects.Select(static tag => tag.Key).ToHashSet(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task A_wait_past_its_deadline_has_failed()
    {
        await using TelemetryApp app = Seogent(static _ => ScriptedSeogent.State("crawling"));

        await Assert.ThrowsAsync<SeoAuditTimeoutException>(() => app.RunAsync(
            () => app.Client.Seogent.GetScan("scan-1").WaitForCompletionAsync(new WaitOptions { Timeout = TimeSpan.FromSeconds(5) }, Stop)));

        Activity wait = app.EndSpans()[0];
        Assert.Equal((ActivityStatusCode.Error, "SeoAuditTimeoutException"), (wait.Status, wait.Tag(TelemetryTag.ErrorType)));
    }

    [Fact]
    public async Task An_operation_on_a_client_of_the_apps_own_has_spans_too()
    {
        await using TelemetryApp app = Seogent(static _ => ScriptedSeogent.State("completed", 100));
        var own = new ScanOperation(app.Client.Seogent, "scan-1", timeProvider: app.Time);

        await app.RunAsync(() => own.WaitForCompletionAsync(cancellationToken: Stop));

        Assert.Equal("seoaudit.wait", app.EndSpans()[0].DisplayName);
    }

    [Fact]
    public async Task One_poll_asks_for_all_audits_of_a_bulk_run()
    {
        var created = 0;
        await using var app = new TelemetryApp(
            request => request.Method == HttpMethod.Post
                ? ScriptedHandler.Json(Audit($"{++created}", "queued"), HttpStatusCode.Accepted)
                : request.RequestUri!.AbsolutePath.EndsWith("/audits", StringComparison.Ordinal)
                    ? ScriptedHandler.Json(Answers.NoAudits)
                    : ScriptedHandler.Json(Audit(request.RequestUri.Segments[^1], "completed")),
            static options => options.MetricSpot.Spacing = TimeSpan.Zero);

        List<PageAuditOutcome> outcomes = await app.RunAsync(
            () => app.Client.AuditPagesAsync(
                new[] { new Uri("https://example.com/1"), new Uri("https://example.com/2") }, new() { Service = AuditService.MetricSpot }, Stop).CollectAsync());

        Assert.All(outcomes, static outcome => Assert.True(outcome.IsSuccess, $"{outcome.Error}"));
        Activity[] spans = [.. app.EndSpans()];
        Activity[] waits = [.. spans.Where(static span => span.DisplayName == "seoaudit.wait")];
        Assert.Equal(["1", "2"], waits.Select(static wait => wait.Tag(TelemetryTag.OperationId)).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.All(
            spans.Where(static span => span.DisplayName == "seoaudit.poll"),
            poll => Assert.Contains(waits, wait => wait.SpanId == poll.ParentSpanId));
        Assert.Contains(spans, static span => span.DisplayName == "metricspot.list_audits");
    }

    private static string Audit(string id, string status) => $$"""
        {"audit":{"id":{{id}},"url":"https://example.com/{{id}}","status":"{{status}}","score":80,"created_at":"2026-03-12T12:00:00Z"},"findings":[],"plan":"pro"}
        """;

    private static TelemetryApp Seogent(Func<int, HttpResponseMessage> poll)
    {
        var polls = 0;
        return new TelemetryApp(
            request => request.RequestUri!.AbsolutePath.EndsWith("/results", StringComparison.Ordinal)
                ? ScriptedHandler.Json(SeogentSamples.Results)
                : poll(++polls),
            static options => options.Seogent.MaxRetries = 0);
    }
}
