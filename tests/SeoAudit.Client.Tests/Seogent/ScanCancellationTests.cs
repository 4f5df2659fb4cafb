using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Seogent;

public sealed class ScanCancellationTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(12)]
    public async Task Cancelling_during_a_delay_ends_the_wait_with_the_callers_token(double seconds)
    {
        using var service = new ScriptedSeogent(_ => ScriptedSeogent.State("crawling"));
        using var stop = new CancellationTokenSource(SimulatedTime.Seconds(seconds), service.Time);
        if (seconds == 0)
        {
            await stop.CancelAsync();
        }

        ScanOperation scan = await service.StartAsync();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => service.WaitAsync(scan, cancellationToken: stop.Token));

        Assert.Equal(stop.Token, exception.CancellationToken);
    }

    [Fact]
    public async Task Cancelling_during_a_poll_ends_the_wait_with_the_callers_token()
    {
        using var stop = new CancellationTokenSource();
        using var service = new ScriptedSeogent(async (_, cancelled) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancelled);
            throw new InvalidOperationException();
        });

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => service.WaitAsync(service.Client.GetScan("s"), cancellationToken: stop.Token));

        Assert.Equal(stop.Token, exception.CancellationToken);
    }

    [Fact]
    public async Task Waits_at_the_same_time_on_one_operation_all_end()
    {
        using var service = new ScriptedSeogent(number => ScriptedSeogent.State(number < 12 ? "crawling" : "completed"));
        ScanOperation scan = await service.StartAsync();

        ScanReport[] reports = await service.Time.RunAsync(
            () => Task.WhenAll(Enumerable.Range(0, 4).Select(_ => scan.WaitForCompletionAsync())), step: 0.25, limit: 2_000);

        Assert.All(reports, report => Assert.Equal(74, report.AverageScore));
    }

    [Fact]
    public async Task A_poll_that_comes_back_late_does_not_undo_the_end()
    {
        var late = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var service = new ScriptedSeogent((number, _) =>
            number == 1 ? late.Task : Task.FromResult(ScriptedSeogent.State("completed")));
        ScanOperation scan = service.Client.GetScan("s");

        Task<AuditProgress> first = scan.UpdateStatusAsync();
        await scan.UpdateStatusAsync();
        late.SetResult(ScriptedSeogent.State("analyzing"));

        Assert.True((await first).IsFinal);
        Assert.True(scan.IsCompleted);
        Assert.Equal(74, (await service.WaitAsync(scan)).AverageScore);
    }
}
