using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Seogent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Complaints;

/// <summary>Complaints of waiting for what a service has queued.</summary>
public sealed class WaitingComplaintTests
{
    [Fact]
    [Trait(ComplaintListTests.Thread, "Azure/azure-sdk-for-net#42040")]
    public async Task A_wait_for_what_never_ends_does()
    {
        using var service = new ScriptedSeogent(static _ => ScriptedSeogent.State("crawling"));
        ScanOperation scan = service.Client.GetScan("s");

        var exception = await Assert.ThrowsAsync<SeoAuditTimeoutException>(() => service.WaitAsync(scan));

        Assert.Equal((TimeoutKind.Wait, "s"), (exception.Kind, exception.OperationId));
        Assert.InRange(service.PolledAt[^1], 3_599, 3_606);
    }

    [Fact]
    [Trait(ComplaintListTests.Thread, "Azure/azure-sdk-for-net#42040")]
    public async Task A_generous_pause_between_polls_does_not_outlast_the_wait()
    {
        var time = new FakeTimeProvider();
        using var handler = new ScriptedHandler(static _ =>
        {
            HttpResponseMessage state = ScriptedSeogent.State("crawling");
            state.Headers.TryAddWithoutValidation("Retry-After", "86400");
            return state;
        });

        // The clock stands still: whoever slept through the pause would never come back.
        var exception = await Assert.ThrowsAsync<SeoAuditTimeoutException>(
            () => TestClient.Create(handler, time).Seogent.GetScan("s").WaitForCompletionAsync().WaitAsync(TimeSpan.FromSeconds(60)));

        Assert.Equal(TimeoutKind.Wait, exception.Kind);
        Assert.Single(handler.Requests);
    }

    [Fact]
    [Trait(ComplaintListTests.Thread, "tryAGI/AutoSDK#175")]
    public async Task A_wait_of_ten_minutes_asks_seldom_and_for_the_result_once()
    {
        using var service = new ScriptedSeogent(number => ScriptedSeogent.State(number < 41 ? "crawling" : "completed"));
        ScanOperation scan = await service.StartAsync();

        await service.WaitAsync(scan);

        Assert.Equal(41, service.PolledAt.Count);
        Assert.True(service.PolledAt[^1] > 600, $"41 polls within {service.PolledAt[^1]} seconds.");
        Assert.Equal(1, service.Results);
    }

    [Fact]
    [Trait(ComplaintListTests.Thread, "Azure/azure-sdk-for-net#48594")]
    public async Task Another_process_goes_on_with_the_id_alone()
    {
        using var first = new ScriptedSeogent(static _ => ScriptedSeogent.State("crawling"));
        string id = (await first.StartAsync()).Id;
        using var second = new ScriptedSeogent(static number => ScriptedSeogent.State(number < 3 ? "analyzing" : "completed"));

        ScanReport report = await second.WaitAsync(second.Client.GetScan(id));

        Assert.Equal((id, 74), (report.ScanId, report.AverageScore));
    }
}
