using System.Net;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Seogent;

public sealed class ScanWaitTests
{
    [Fact]
    public async Task The_first_poll_comes_after_5_seconds_and_the_result_is_fetched_once()
    {
        using var service = new ScriptedSeogent(_ => ScriptedSeogent.State("completed"));
        ScanOperation scan = await service.StartAsync();

        ScanReport report = await service.WaitAsync(scan);

        Assert.InRange(Assert.Single(service.PolledAt), 5, 5.5);
        Assert.True(scan.IsCompleted);
        Assert.Equal(ScanStatus.Completed, scan.Status);
        Assert.Equal(74, report.AverageScore);
        Assert.Equal(1, service.Results);
    }

    [Fact]
    public async Task The_pages_of_a_report_begin_with_those_that_came_with_it()
    {
        using var service = new ScriptedSeogent(_ => ScriptedSeogent.State("completed"));
        ScanReport report = await service.WaitAsync(service.Client.GetScan("s"));

        var urls = new List<string>();
        await foreach (ScannedPage page in report.Pages)
        {
            urls.Add(page.Url);
        }

        Assert.Equal(["https://example.com/", "https://example.com/2"], urls);
        Assert.Equal(2, service.Results);
    }

    [Fact]
    public async Task A_scan_taken_up_from_its_id_is_polled_at_once()
    {
        using var service = new ScriptedSeogent(_ => ScriptedSeogent.State("Completed"));

        await service.WaitAsync(service.Client.GetScan("s"));

        Assert.InRange(Assert.Single(service.PolledAt), 0, 0.5);
    }

    [Fact]
    public async Task A_scan_started_a_while_ago_is_not_made_to_wait_again()
    {
        using var service = new ScriptedSeogent(_ => ScriptedSeogent.State("completed"));
        ScanOperation scan = await service.StartAsync();
        service.Time.Advance(SimulatedTime.Seconds(20));

        await service.WaitAsync(scan);

        Assert.InRange(Assert.Single(service.PolledAt), 20, 20.5);
    }

    [Fact]
    public async Task A_percentage_beyond_all_numbers_does_not_end_the_wait()
    {
        using var service = new ScriptedSeogent(number => number switch
        {
            1 => ScriptedSeogent.State("crawling", 10),
            2 => ScriptedHandler.Json("""{"scan_id":"s","status":"crawling","progress":{"percentage":1e999}}"""),
            _ => ScriptedSeogent.State("completed"),
        });

        await service.WaitAsync(await service.StartAsync());

        Assert.Equal(3, service.PolledAt.Count);
    }

    [Fact]
    public async Task Without_progress_the_spacing_grows_within_its_bounds()
    {
        using var service = new ScriptedSeogent(number => ScriptedSeogent.State(number < 15 ? "crawling" : "completed"));

        await service.WaitAsync(await service.StartAsync());

        double[] spacing = Spacing(service);
        Assert.All(spacing, seconds => Assert.InRange(seconds, 5, 60.5));
        Assert.InRange(spacing[0], 5, 6.5);
        Assert.True(spacing[^1] > 40, "The spacing does not grow.");
    }

    [Fact]
    public async Task The_spacing_follows_the_percentage()
    {
        using var slow = new ScriptedSeogent(number => ScriptedSeogent.State(number < 10 ? "crawling" : "completed", number / 100d));
        await slow.WaitAsync(await slow.StartAsync());

        using var quick = new ScriptedSeogent(number => ScriptedSeogent.State(number < 6 ? "analyzing" : "completed", 50 + (number * 8)));
        await quick.WaitAsync(await quick.StartAsync());

        Assert.True(Spacing(slow).Skip(1).All(seconds => seconds >= 47), "A scan that crawls along is asked too often.");
        Assert.All(Spacing(quick), seconds => Assert.InRange(seconds, 5, 12));
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.OK)]
    public async Task Retry_After_on_a_poll_is_honoured_and_never_early(HttpStatusCode status)
    {
        using var service = new ScriptedSeogent(number => number switch
        {
            1 => ScriptedSeogent.Failure(status, "90", SeogentSamples.StateOf("crawling")),
            _ => ScriptedSeogent.State("completed"),
        });

        await service.WaitAsync(await service.StartAsync());

        Assert.InRange(Assert.Single(Spacing(service)), 90.01, 90.05 + 18 + 1);
    }

    [Fact]
    public async Task Polls_that_fail_for_passing_reasons_are_survived()
    {
        using var service = new ScriptedSeogent(number => number switch
        {
            1 => ScriptedSeogent.Failure(HttpStatusCode.InternalServerError),
            2 => ScriptedSeogent.Failure(HttpStatusCode.BadGateway, body: "<html>"),
            3 => throw new HttpRequestException(HttpRequestError.ConnectionError),
            4 => ScriptedSeogent.Failure(HttpStatusCode.TooManyRequests),
            5 => throw new IOException("reset"),
            _ => ScriptedSeogent.State("completed"),
        });

        Assert.Equal(ScanStatus.Completed, (await service.WaitAsync(await service.StartAsync())).Status);
        Assert.Equal(6, service.PolledAt.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, typeof(SeoAuditAuthenticationException))]
    [InlineData(HttpStatusCode.NotFound, typeof(SeoAuditNotFoundException))]
    [InlineData(HttpStatusCode.OK, typeof(SeoAuditResponseException))]
    [InlineData(HttpStatusCode.Found, typeof(SeoAuditResponseException))]
    public async Task Any_other_failure_ends_the_wait_with_the_id(HttpStatusCode status, Type type)
    {
        using var service = new ScriptedSeogent(_ => ScriptedSeogent.Failure(status));

        var exception = (SeoAuditException)(await Record.ExceptionAsync(() => service.WaitAsync(service.Client.GetScan("s-1"))))!;

        Assert.IsType(type, exception);
        Assert.Equal("s-1", exception.OperationId);
        Assert.Equal(AuditService.Seogent, exception.Service);
        Assert.Single(service.PolledAt);
    }

    [Theory]
    [InlineData("failed")]
    [InlineData("Failed")]
    [InlineData("cancelled")]
    [InlineData("canceled")]
    public async Task A_scan_that_does_not_complete_fails_the_wait(string status)
    {
        using var service = new ScriptedSeogent(_ => ScriptedSeogent.State(status));
        ScanOperation scan = service.Client.GetScan("s-1");

        var exception = await Assert.ThrowsAsync<AuditFailedException>(() => service.WaitAsync(scan));

        Assert.Equal(status, exception.Status);
        Assert.Equal("s-1", exception.OperationId);
        Assert.True(scan.IsCompleted);
        Assert.Equal(0, service.Results);
    }

    [Fact]
    public async Task An_unknown_status_is_waited_through_and_reported()
    {
        using var service = new ScriptedSeogent(number => ScriptedSeogent.State(number < 3 ? "Reticulating" : "completed", number * 20));
        var reports = new Reports();

        await service.WaitAsync(service.Client.GetScan("s"), new WaitOptions { Progress = reports });

        Assert.Equal("Reticulating Reticulating completed", string.Join(' ', reports.Seen.Select(report => report.Status)));
        Assert.Equal([20, 40, 60], reports.Seen.Select(report => report.Percentage!.Value));
        Assert.Equal([false, false, true], reports.Seen.Select(report => report.IsFinal));
        Assert.All(reports.Seen, report => Assert.Equal((10, 5), (report.TotalPages!.Value, report.AnalyzedPages!.Value)));
        Assert.True(reports.Seen[2].Elapsed > reports.Seen[1].Elapsed);
    }

    [Fact]
    public async Task A_scan_known_to_be_done_is_not_polled_again()
    {
        using var service = new ScriptedSeogent(_ => ScriptedSeogent.State("completed"));
        ScanOperation scan = service.Client.GetScan("s");
        Assert.Null(scan.Status);
        Assert.True((await scan.UpdateStatusAsync()).IsFinal);

        await service.WaitAsync(scan);

        Assert.Single(service.PolledAt);
    }

    private static double[] Spacing(ScriptedSeogent service) =>
        [.. service.PolledAt.Zip(service.PolledAt.Skip(1), static (before, after) => after - before)];

    private sealed class Reports : IProgress<AuditProgress>
    {
        public List<AuditProgress> Seen { get; } = [];

        public void Report(AuditProgress value) => Seen.Add(value);
    }
}
