using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Reporting.Tests.Support;

namespace SeoAudit.Client.Reporting.Tests.Sarif;

public sealed class SarifRunTests
{
    [Fact]
    public async Task A_run_of_no_pages_is_whole()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 13, 0, 0, TimeSpan.FromHours(1)));

        JsonElement report = JsonDocument.Parse(await SarifReport.BytesAsync([], new ReportOptions { TimeProvider = time })).RootElement;

        Assert.Equal("2.1.0", report.Text("version"));
        JsonElement run = Assert.Single(report.GetProperty("runs").EnumerateArray());
        Assert.Equal("SeoAudit", run.Text("tool", "driver", "name"));
        Assert.Matches(@"^\d+\.\d+\.\d+[^+]*$", run.Text("tool", "driver", "semanticVersion"));
        Assert.Empty(run.Results());
        Assert.Empty(run.Rules());
        Assert.Equal(
            """{"startTimeUtc":"2026-03-01T12:00:00.000Z","endTimeUtc":"2026-03-01T12:00:00.000Z","executionSuccessful":true,"toolExecutionNotifications":[]}""",
            run.GetProperty("invocations")[0].GetRawText());
        Assert.False(run.TryGetProperty("automationDetails", out _));
    }

    [Fact]
    public async Task Pages_without_an_audit_are_notifications_of_a_run_that_did_not_succeed()
    {
        JsonElement run = await SarifReport.RunAsync([Outcomes.Failed("https://example.com/a"), Outcomes.NotAttempted("https://example.com/b", Outcomes.AuditedAt)]);

        Assert.False(run.GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean());
        JsonElement[] notifications = run.Notifications();
        Assert.Equal(["unreachable", "quota_used_up"], notifications.Select(static notification => notification.Text("descriptor", "id")).ToArray());
        Assert.Equal(["error", "warning"], notifications.Select(static notification => notification.Text("level")).ToArray());
        Assert.Equal(
            ["https://example.com/a: The service answered 503.", "https://example.com/b: The day's audits are used up. It may be tried again at 2026-11-02T08:30:00Z."],
            notifications.Select(static notification => notification.Text("message", "text")).ToArray());
        Assert.Equal("example.com/a", notifications[0].Place().Text("uri"));
    }

    [Fact]
    public async Task Of_very_many_pages_without_an_audit_the_rest_is_counted()
    {
        JsonElement run = await SarifReport.RunAsync(Enumerable.Range(0, 1_500).Select(static index => Outcomes.Failed($"https://example.com/{index}", index: index)));

        JsonElement[] notifications = run.Notifications();
        Assert.Equal(1_001, notifications.Length);
        Assert.Equal("500 more pages have no audit.", notifications[^1].Text("message", "text"));
    }

    [Fact]
    public async Task The_run_has_the_id_that_it_is_given() => Assert.Equal(
        "seo/production/", (await SarifReport.RunAsync([], new SarifReportOptions { AutomationId = "seo/production/" })).Text("automationDetails", "id"));

    [Fact]
    public async Task The_same_run_at_the_same_time_is_the_same_report()
    {
        PageAuditOutcome[] outcomes = [Outcomes.Audited("https://example.com/", 1, 0, Outcomes.Fails("B"), Outcomes.Fails("A")), Outcomes.Failed("https://example.com/x")];
        ReportOptions AtAnHour() => new() { TimeProvider = new FakeTimeProvider(Outcomes.AuditedAt) };

        Assert.Equal(await SarifReport.BytesAsync(outcomes, AtAnHour()), await SarifReport.BytesAsync(outcomes, AtAnHour()));
    }

    [Fact]
    public async Task A_report_that_is_not_ended_is_no_json()
    {
        using var output = new MemoryStream();
        await using (ReportWriter writer = ReportWriter.Create(ReportFormat.Sarif, output))
        {
            for (var index = 0; index < 500; index++)
            {
                await writer.WriteAsync(Outcomes.Audited($"https://example.com/{index}", 1, index, Outcomes.Fails("A")), TestContext.Current.CancellationToken);
            }
        }

        Assert.InRange(output.Length, 1, long.MaxValue);
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(output.ToArray()));
    }

    [Fact]
    public async Task A_cancelled_end_leaves_it_unfinished()
    {
        using var output = new MemoryStream();
        await using ReportWriter writer = ReportWriter.Create(ReportFormat.Sarif, output);
        await writer.WriteAsync(Outcomes.Audited("https://example.com/", 1, 0, Outcomes.Fails("A")), TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writer.CompleteAsync(new CancellationToken(canceled: true)).AsTask());
        await writer.DisposeAsync();

        Assert.Equal(0, output.Length);
    }
}
