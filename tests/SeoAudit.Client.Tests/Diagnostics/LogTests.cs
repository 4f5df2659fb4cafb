using System.Net;
using System.Reflection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using SeoAudit.Client.Reporting;
using SeoAudit.Client.Tests.Bulk;
using SeoAudit.Client.Tests.Conventions;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Diagnostics;

public sealed class LogTests
{
    // All that may be said: kinds, counts, times, and the ids by which operations are taken up again.
    private static readonly string[] Allowed =
    [
        "AuditService service", "String service", "String operation", "String operationId", "String reason", "String errorType",
        "Int32 attempt", "Int32 attempts", "Int32 statusCode", "Int32 operations", "TimeSpan delay", "TimeSpan breakDuration", "TimeSpan timeout",
        "DateTimeOffset pausedUntil", "String jobId", "String status", "Int32 outcomes", "Int32 pages", "Nullable`1 resumeAt",
        "String scanId", "SeogentWebhookOutcome outcome",
    ];

    // Whose exceptions may go along: those of a cache, of the disk or of the app's own handler are another's, and no answer of a service made them.
    private static readonly int[] WithException = [100, 101, 603, 610, 611, 612, 802, 804, 805];

    private static IEnumerable<(MethodInfo Method, LoggerMessageAttribute Attribute)> Messages => LogMessages.All.Concat(LogMessages.OfWebhooks);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Only_named_harmless_facts_are_logged()
    {
        Assert.All(Messages, message => Assert.Subset(
            Allowed.Append(WithException.Contains(message.Attribute.EventId) ? "Exception exception" : string.Empty).ToHashSet(StringComparer.Ordinal),
            message.Method.GetParameters().Skip(1).Select(static parameter => $"{parameter.ParameterType.Name} {parameter.Name}").ToHashSet(StringComparer.Ordinal)));
    }

    [Fact]
    public void Every_message_has_an_id_of_its_own() =>
        Assert.Equal(Messages.Count(), Messages.Select(static message => message.Attribute.EventId).Distinct().Count());

    // docs/observability.md says so.
    [Fact]
    public void The_other_packages_log_nothing()
    {
        Assert.All(new[] { typeof(HangfireJobsOptions).Assembly, typeof(ReportFormat).Assembly }, static other =>
        {
            using var code = new AssemblyCode(other.Location);

            Assert.NotEmpty(code.References);
            Assert.DoesNotContain(code.References, static reference => reference.To.StartsWith("Microsoft.Extensions.Logging.", StringComparison.Ordinal)
                || reference.To.StartsWith("Hangfire.Logging.", StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task Failed_attempts_and_retries_are_for_whoever_looks_for_them()
    {
        var sent = 0;
        await using var app = new TelemetryApp(request => ++sent == 1 ? ScriptedHandler.Json("{}", HttpStatusCode.BadGateway) : Answers.For(request));

        await app.RunAsync(() => app.Client.Seogent.GetCreditsAsync(Stop));

        Assert.Equal([(200, LogLevel.Debug), (201, LogLevel.Debug)], Ids(app));
        Assert.Equal("Seogent GetCredits: attempt 1 failed (502).", app.Logged[0].Message);
        Assert.Matches(@"^Seogent GetCredits is sent again in 00:00:00\.\d+ after 1 attempts \(server_error\)\.$", app.Logged[1].Message);
    }

    [Fact]
    public async Task A_pause_that_the_service_asks_for_is_told()
    {
        var sent = 0;
        await using var app = new TelemetryApp(
            (request, _) => Task.FromResult(++sent == 1 ? PacedService.TooMany(retryAfterSeconds: 7) : Answers.For(request)), level: LogLevel.Information);

        await app.RunAsync(() => app.Client.Seogent.GetCreditsAsync(Stop));

        Assert.Equal([(202, LogLevel.Information)], Ids(app));
        Assert.Matches(@"^Seogent asked for a pause: GetCredits is sent again in 00:00:0[78]\.", app.Logged[0].Message);
    }

    [Fact]
    public async Task A_service_that_is_given_a_rest_and_its_recovery_are_told()
    {
        var isAlive = false;
        await using var app = new TelemetryApp(
            (request, _) => Task.FromResult(isAlive ? Answers.For(request) : ScriptedHandler.Json("{}", HttpStatusCode.ServiceUnavailable)),
            static options => options.Seogent.MaxRetries = 0,
            LogLevel.Information);
        for (var call = 0; call < 60; call++)
        {
            await Assert.ThrowsAnyAsync<SeoAuditException>(() => app.Client.Seogent.GetCreditsAsync(Stop));
        }

        isAlive = true;
        app.Time.Advance(TimeSpan.FromSeconds(11));
        await app.Client.Seogent.GetCreditsAsync(Stop);

        Assert.Equal([(204, LogLevel.Warning), (205, LogLevel.Information)], Ids(app));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{\"balance\":")]
    public async Task An_answer_that_cannot_be_read_is_told_without_its_words(string answer)
    {
        await using var app = new TelemetryApp((_, _) => Task.FromResult(ScriptedHandler.Json(answer)), level: LogLevel.Information);

        await Assert.ThrowsAsync<SeoAuditResponseException>(() => app.Client.Seogent.GetCreditsAsync(Stop));

        FakeLogRecord record = Assert.Single(app.Logged);
        Assert.Equal((206, LogLevel.Warning), (record.Id.Id, record.Level));
        Assert.Equal("Seogent GetCredits answered 200 with something that cannot be read.", record.Message);
        Assert.Null(record.Exception);
    }

    [Fact]
    public async Task A_bulk_run_tells_of_its_pauses()
    {
        var sent = 0;
        await using var app = new TelemetryApp(
            (request, _) => Task.FromResult(++sent == 2 ? PacedService.TooMany(retryAfterSeconds: 5) : Answers.For(request)), level: LogLevel.Information);

        await app.RunAsync(
            () => app.Client.AuditPagesAsync(BulkHarness.Pages(3), new() { MaxConcurrency = 1 }, Stop).CollectAsync());

        Assert.Equal([(500, LogLevel.Information)], Ids(app));
        Assert.EndsWith("(rate_limited).", app.Logged[0].Message, StringComparison.Ordinal);
    }

    private static IEnumerable<(int, LogLevel)> Ids(TelemetryApp app) => app.Logged.Select(static record => (record.Id.Id, record.Level));
}
