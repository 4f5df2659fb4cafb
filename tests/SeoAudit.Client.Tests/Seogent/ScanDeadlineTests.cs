using System.Net;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Seogent;

public sealed class ScanDeadlineTests
{
    private static readonly WaitOptions TwoMinutes = new() { Timeout = TimeSpan.FromMinutes(2) };

    [Fact]
    public async Task The_deadline_ends_the_wait_with_the_id()
    {
        using var service = new ScriptedSeogent(_ => ScriptedSeogent.State("crawling"));
        ScanOperation scan = await service.StartAsync();

        var exception = await Assert.ThrowsAsync<SeoAuditTimeoutException>(() => service.WaitAsync(scan, TwoMinutes));

        Assert.Equal(TimeoutKind.Wait, exception.Kind);
        Assert.Equal(TimeSpan.FromMinutes(2), exception.Timeout);
        Assert.Equal(SeogentSamples.Id, exception.OperationId);
        Assert.Equal(AuditService.Seogent, exception.Service);
        Assert.InRange(Elapsed(service), 120, 121);
        Assert.InRange(service.PolledAt[^1], 119.9, 121);
    }

    [Fact]
    public async Task The_default_deadline_is_an_hour()
    {
        using var service = new ScriptedSeogent(_ => ScriptedSeogent.State("crawling"));

        var exception = await Assert.ThrowsAsync<SeoAuditTimeoutException>(() => service.WaitAsync(service.Client.GetScan("s")));

        Assert.Equal(TimeSpan.FromHours(1), exception.Timeout);
        Assert.InRange(Elapsed(service), 3600, 3601);
    }

    [Fact]
    public async Task A_poll_that_hangs_at_the_deadline_does_not_hang_the_wait()
    {
        double? givenUpAt = null;
        ScriptedSeogent service = null!;
        using var owned = service = new ScriptedSeogent(async (_, stop) =>
        {
            using CancellationTokenRegistration watch = stop.Register(() => givenUpAt ??= Elapsed(service));
            await Task.Delay(Timeout.Infinite, stop);
            throw new InvalidOperationException();
        });
        var options = new WaitOptions { Timeout = SimulatedTime.Seconds(10) };

        var exception = await Assert.ThrowsAsync<SeoAuditTimeoutException>(() => service.WaitAsync(service.Client.GetScan("s"), options));

        Assert.Equal(TimeoutKind.Wait, exception.Kind);
        Assert.InRange(givenUpAt!.Value, 10, 16);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, typeof(SeoAuditRateLimitException))]
    [InlineData(HttpStatusCode.ServiceUnavailable, typeof(SeoAuditException))]
    [InlineData(HttpStatusCode.OK, typeof(SeoAuditTimeoutException))]
    public async Task A_Retry_After_past_the_deadline_is_not_slept_through(HttpStatusCode status, Type type)
    {
        using var service = new ScriptedSeogent(_ => ScriptedSeogent.Failure(status, "121", SeogentSamples.StateOf("crawling")));

        var exception = (SeoAuditException)(await Record.ExceptionAsync(
            () => service.WaitAsync(service.Client.GetScan("s-1"), TwoMinutes)))!;

        Assert.IsType(type, exception);
        Assert.Equal("s-1", exception.OperationId);
        Assert.InRange(Elapsed(service), 0, 1);
    }

    [Fact]
    public async Task A_wait_that_only_saw_failures_says_which()
    {
        using var service = new ScriptedSeogent(_ => ScriptedSeogent.Failure(HttpStatusCode.BadGateway));

        var exception = await Assert.ThrowsAsync<SeoAuditTimeoutException>(
            () => service.WaitAsync(service.Client.GetScan("s-1"), TwoMinutes));

        Assert.Equal(HttpStatusCode.BadGateway, exception.StatusCode);
        Assert.Equal(HttpStatusCode.BadGateway, Assert.IsType<SeoAuditException>(exception.InnerException).StatusCode);
        Assert.Equal("s-1", exception.OperationId);
    }

    [Fact]
    public async Task A_scan_that_is_done_at_the_last_look_is_not_lost()
    {
        using var service = new ScriptedSeogent(number => ScriptedSeogent.State(number == 1 ? "crawling" : "completed"));
        var options = new WaitOptions { Interval = TimeSpan.FromMinutes(5), Timeout = TimeSpan.FromMinutes(2) };

        await service.WaitAsync(service.Client.GetScan("s"), options);

        Assert.InRange(service.PolledAt[1], 119.9, 121);
    }

    [Theory]
    [InlineData(-1, 5, 60, 60)]
    [InlineData(601, 5, 60, 60)]
    [InlineData(0, 0, 60, 60)]
    [InlineData(0, 601, 700, 60)]
    [InlineData(0, 10, 9, 60)]
    [InlineData(0, 5, 3601, 60)]
    [InlineData(0, 5, 60, 0)]
    [InlineData(0, 5, 60, 604801)]
    public async Task Options_out_of_range_are_refused_before_any_poll(double initial, double interval, double longest, double timeout)
    {
        using var service = new ScriptedSeogent(_ => ScriptedSeogent.State("completed"));
        var options = new WaitOptions
        {
            InitialDelay = SimulatedTime.Seconds(initial),
            Interval = SimulatedTime.Seconds(interval),
            MaxInterval = SimulatedTime.Seconds(longest),
            Timeout = SimulatedTime.Seconds(timeout),
        };

        await Assert.ThrowsAsync<ArgumentException>(() => service.Client.GetScan("s").WaitForCompletionAsync(options));

        Assert.Empty(service.PolledAt);
    }

    private static double Elapsed(ScriptedSeogent service) => (service.Time.GetUtcNow() - service.Time.Start).TotalSeconds;
}
