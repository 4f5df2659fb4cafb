using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using SeoAudit.Client.Diagnostics;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Seogent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Diagnostics;

public sealed class CallSpanTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_is_a_span_with_its_attempts_below()
    {
        var sent = 0;
        await using var app = new TelemetryApp(_ => ++sent == 1
            ? ScriptedHandler.Json("{}", HttpStatusCode.ServiceUnavailable)
            : ScriptedHandler.Json(SeogentSamples.StateOf("crawling")));

        await app.RunAsync(() => app.Client.Seogent.GetScanStateAsync("scan-1", Stop));

        Activity[] spans = [.. app.EndSpans()];
        Assert.Equal(["seogent.get_scan", "GET /scans/{scanId}", "GET /scans/{scanId}"], spans.Select(static span => span.DisplayName), StringComparer.Ordinal);
        Assert.Equal([ActivityKind.Internal, ActivityKind.Client, ActivityKind.Client], spans.Select(static span => span.Kind));
        Assert.All(spans[1..], attempt => Assert.Equal(spans[0].SpanId, attempt.ParentSpanId));
        Assert.Equal(
            ["seoaudit.service=Seogent", "seoaudit.operation=GetScan", "seoaudit.attempt.count=2"],
            Tags(spans[0]), StringComparer.Ordinal);
        string[] request =
        [
            "seoaudit.service=Seogent", "seoaudit.operation=GetScan", "http.request.method=GET", "url.template=/scans/{scanId}",
            "server.address=seogent.ai", "server.port=443",
        ];
        Assert.Equal([.. request, "http.response.status_code=503", "error.type=503"], Tags(spans[1]), StringComparer.Ordinal);
        Assert.Equal([.. request, "http.request.resend_count=1", "http.response.status_code=200"], Tags(spans[2]), StringComparer.Ordinal);
        Assert.Equal(
            [ActivityStatusCode.Unset, ActivityStatusCode.Error, ActivityStatusCode.Unset], spans.Select(static span => span.Status));
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, "SeoAuditAuthenticationException")]
    [InlineData(HttpStatusCode.TooManyRequests, "SeoAuditRateLimitException")]
    [InlineData(HttpStatusCode.InternalServerError, "SeoAuditException")]
    [InlineData(HttpStatusCode.NoContent, "SeoAuditResponseException")]
    public async Task A_call_that_fails_says_with_which_exception_and_not_with_what_words(HttpStatusCode status, string errorType)
    {
        await using var app = new TelemetryApp(
            _ => ScriptedHandler.Json("""{"message":"words of the service"}""", status), static options => options.Seogent.MaxRetries = 0);

        await Assert.ThrowsAnyAsync<SeoAuditException>(() => app.Client.Seogent.GetCreditsAsync(Stop));

        Activity operation = app.EndSpans()[0];
        Assert.Equal((ActivityStatusCode.Error, errorType), (operation.Status, operation.Tag(TelemetryTag.ErrorType)));
        Assert.Null(operation.StatusDescription);
        Assert.Empty(operation.Events);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, "connection_error")]
    [InlineData(HttpRequestError.NameResolutionError, "name_resolution_error")]
    [InlineData(HttpRequestError.SecureConnectionError, "secure_connection_error")]
    [InlineData(HttpRequestError.Unknown, "connection_error")]
    public async Task An_attempt_without_an_answer_says_what_kept_it(HttpRequestError error, string errorType)
    {
        await using var app = new TelemetryApp(
            _ => throw new HttpRequestException(error, "words"), static options => options.Seogent.MaxRetries = 0);

        await Assert.ThrowsAsync<SeoAuditException>(() => app.Client.Seogent.GetCreditsAsync(Stop));

        Activity attempt = app.EndSpans()[1];
        Assert.Equal((ActivityStatusCode.Error, errorType), (attempt.Status, attempt.Tag(TelemetryTag.ErrorType)));
        Assert.Null(attempt.Tag(TelemetryTag.StatusCode));
    }

    [Fact]
    public async Task An_attempt_that_runs_out_of_time_is_told_from_a_caller_who_gives_up()
    {
        await using var slow = new TelemetryApp(Never, static options => options.Seogent.MaxRetries = 0);
        await Assert.ThrowsAsync<SeoAuditTimeoutException>(
            () => slow.RunAsync(() => slow.Client.Seogent.GetCreditsAsync(Stop)));
        IReadOnlyList<Activity> late = slow.EndSpans();

        await using var app = new TelemetryApp(Never);
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        Task<CreditBalance> call = app.Client.Seogent.GetCreditsAsync(caller.Token);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        IReadOnlyList<Activity> left = app.EndSpans();

        Assert.Equal(["SeoAuditTimeoutException", "timeout"], late.Select(static span => span.Tag(TelemetryTag.ErrorType)), StringComparer.Ordinal);
        Assert.All(late, static span => Assert.Equal(ActivityStatusCode.Error, span.Status));
        Assert.Equal(["cancelled", "cancelled"], left.Select(static span => span.Tag(TelemetryTag.ErrorType)), StringComparer.Ordinal);
        Assert.All(left, static span => Assert.Equal(ActivityStatusCode.Unset, span.Status));
    }

    [Fact]
    public async Task A_turn_that_is_waited_for_is_part_of_the_call_and_no_attempt()
    {
        await using var app = new TelemetryApp(
            _ => ScriptedHandler.Json("""{"audit":{"id":1,"url":"https://example.com/","status":"queued"}}""", HttpStatusCode.Accepted),
            static options => options.MetricSpot.Spacing = TimeSpan.FromSeconds(10));
        using MetricCollector<double> calls = app.Duration(Instruments.OperationDuration);

        await app.Client.MetricSpot.QueueAuditAsync(new Uri("https://example.com/1"), Stop);
        await app.RunAsync(() => app.Client.MetricSpot.QueueAuditAsync(new Uri("https://example.com/2"), Stop));

        Assert.Equal(
            ["metricspot.create_audit", "POST /api/audits", "metricspot.create_audit", "POST /api/audits"],
            app.EndSpans().Select(static span => span.DisplayName), StringComparer.Ordinal);
        Assert.Equal([false, true], calls.GetMeasurementSnapshot().Select(static call => call.Value >= 10));
        Assert.Equal([203], app.Logged.Select(static record => record.Id.Id));
    }

    [Fact]
    public async Task No_address_of_a_page_gets_into_a_span()
    {
        await using var app = new TelemetryApp(Answers.For);

        await app.Client.SeoPeek.AuditAsync(new Uri("https://example.com/?token=secret"), Stop);

        IReadOnlyList<Activity> spans = app.EndSpans();
        Assert.Equal(2, spans.Count);
        Assert.All(spans, static span => Assert.DoesNotContain("secret", $"{span.DisplayName} {string.Join(' ', Tags(span))}", StringComparison.Ordinal));
        Assert.All(spans, static span => Assert.Subset(
            span.Text().Tags.ToHashSet(StringComparer.Ordinal), span.TagObjects.Select(static tag => tag.Key).ToHashSet(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Reading_a_site_is_a_span_too()
    {
        await using var app = new TelemetryApp(
            _ => ScriptedHandler.Json("""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>"""));

        await app.Client.ReadSitemapAsync(new Uri("https://example.com:8443/sitemap.xml?signature=secret"), cancellationToken: Stop).CollectAsync();

        Activity[] spans = [.. app.EndSpans()];
        Assert.Equal(["site.get_sitemap", "GET"], spans.Select(static span => span.DisplayName), StringComparer.Ordinal);
        Assert.Equal(["seoaudit.operation=GetSitemap", "seoaudit.attempt.count=1"], Tags(spans[0]), StringComparer.Ordinal);
        Assert.Equal(
            [
                "seoaudit.operation=GetSitemap", "http.request.method=GET", "server.address=example.com", "server.port=8443",
                "http.response.status_code=200",
            ],
            Tags(spans[1]), StringComparer.Ordinal);
    }

    private static IEnumerable<string> Tags(Activity span) => span.TagObjects.Select(static tag => $"{tag.Key}={tag.Value}");

    private static async Task<HttpResponseMessage> Never(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return new HttpResponseMessage();
    }
}
