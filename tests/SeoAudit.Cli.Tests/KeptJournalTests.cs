using SeoAudit.Cli.CommandLine;
using SeoAudit.Cli.Tests.Support;
using SeoAudit.Emulator;
using SeoAudit.Emulator.Tests.Support;
using SeoAudit.Tests.Shared;

namespace SeoAudit.Cli.Tests;

/// <summary>Runs that come to their end while a service still has something of theirs that is paid for.</summary>
public sealed class KeptJournalTests : IDisposable
{
    private const int Pages = 3;
    private const string GoOn = "Go on with: seoaudit audit";

    // A scan goes on only when the test says so.
    private readonly WatchedClock _clock = new(DateTimeOffset.UtcNow);
    private readonly ToolHome _home = new();

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_scan_that_is_not_done_in_time_is_gone_on_with(bool named)
    {
        await using NumberedSite site = await NumberedSite.StartAsync();
        await using SeoAuditEmulator emulator = await StartAsync();
        string[] command = [.. Command(site), .. named ? new[] { "--journal", "run.jsonl" } : []];
        _home.Variables["SeoAudit__Seogent__Polling__Timeout"] = "00:00:00.3";

        ToolResult late = await ToolProcess.RunAsync(_home, command);
        ToolResult stillLate = await ToolProcess.RunAsync(_home, [.. command, "--resume"]);
        _home.Variables.Remove("SeoAudit__Seogent__Polling__Timeout");
        ToolResult resumed = await EndAsync(ToolProcess.RunAsync(_home, [.. command, "--resume"]));

        Assert.All([late, stillLate], static run => Assert.Equal(ExitCode.Service, run.ExitCode));
        Assert.All([late, stillLate], static run => Assert.Contains(GoOn, run.Error, StringComparison.Ordinal));
        AssertBroughtHome(resumed, emulator);
        Assert.Equal(named, File.Exists(_home.PathOf("run.jsonl")));
    }

    [Fact]
    public async Task An_audit_that_is_not_done_in_time_is_gone_on_with()
    {
        await using NumberedSite site = await NumberedSite.StartAsync();
        await using SeoAuditEmulator emulator = await StartAsync();
        string[] command = ["audit", $"{site.Address}1", "--service", "metricspot"];
        _home.Variables["SeoAudit__MetricSpot__Polling__Timeout"] = "00:00:00.3";

        ToolResult late = await ToolProcess.RunAsync(_home, command);
        _home.Variables.Remove("SeoAudit__MetricSpot__Polling__Timeout");
        ToolResult resumed = await EndAsync(ToolProcess.RunAsync(_home, [.. command, "--resume"]));

        Assert.Equal(ExitCode.Service, late.ExitCode);
        Assert.Contains(GoOn, late.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Passed, resumed.ExitCode);
        Assert.Single(emulator.Ledger.CreationsOf(EmulatedService.MetricSpot));
        Assert.Empty(Directory.EnumerateFiles(_home.StateFolder));
    }

    [Fact]
    public async Task What_is_paid_for_is_thrown_away_with_a_warning_only()
    {
        await using NumberedSite site = await NumberedSite.StartAsync();
        await using SeoAuditEmulator emulator = await StartAsync();
        string[] command = [.. Command(site), "--quiet"];
        _home.Variables["SeoAudit__Seogent__Polling__Timeout"] = "00:00:00.3";

        await ToolProcess.RunAsync(_home, command);
        ToolResult anew = await ToolProcess.RunAsync(_home, command);

        Assert.Contains("warning: An interrupted run of this command is thrown away", anew.Error, StringComparison.Ordinal);
        Assert.Contains("paid for", anew.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scan_that_was_refused_leaves_nothing_to_go_on_with()
    {
        await using NumberedSite site = await NumberedSite.StartAsync();
        await using SeoAuditEmulator emulator = await StartAsync();
        emulator.Faults.Add(EmulatorFault.On(EmulatedService.Seogent, "POST", "/api/scans").With(FaultAction.Status(422)));

        ToolResult refused = await EndAsync(ToolProcess.RunAsync(_home, Command(site)));

        Assert.Equal(ExitCode.Service, refused.ExitCode);
        Assert.DoesNotContain(GoOn, refused.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_home.StateFolder));
    }

    [Fact]
    public async Task A_scan_whose_results_cannot_be_read_is_gone_on_with()
    {
        await using NumberedSite site = await NumberedSite.StartAsync();
        await using SeoAuditEmulator emulator = await StartAsync();
        string[] command = Command(site);
        emulator.Faults.Add(EmulatorFault.On(EmulatedService.Seogent, "GET", "/api/scans/*/results").With(FaultAction.Status(501)));

        ToolResult unread = await EndAsync(ToolProcess.RunAsync(_home, command));
        emulator.Faults.Clear();
        ToolResult resumed = await EndAsync(ToolProcess.RunAsync(_home, [.. command, "--resume"]));

        Assert.Equal(ExitCode.Service, unread.ExitCode);
        Assert.Contains(GoOn, unread.Error, StringComparison.Ordinal);
        AssertBroughtHome(resumed, emulator);
    }

    [Fact]
    public async Task A_scan_of_which_nobody_knows_whether_it_was_taken_is_looked_for()
    {
        await using NumberedSite site = await NumberedSite.StartAsync();
        await using SeoAuditEmulator emulator = await StartAsync();
        string[] command = Command(site);
        emulator.Faults.Add(EmulatorFault.On(EmulatedService.Seogent, "POST", "/api/scans").AfterHandling().With(FaultAction.ResetConnection()));
        emulator.Faults.Add(EmulatorFault.On(EmulatedService.Seogent, "GET", "/api/scans").With(FaultAction.Status(501)));

        ToolResult lost = await EndAsync(ToolProcess.RunAsync(_home, command));
        ToolResult stillLost = await EndAsync(ToolProcess.RunAsync(_home, [.. command, "--resume"]));
        emulator.Faults.Clear();
        ToolResult resumed = await EndAsync(ToolProcess.RunAsync(_home, [.. command, "--resume"]));

        Assert.All([lost, stillLost], static run => Assert.Contains(GoOn, run.Error, StringComparison.Ordinal));
        AssertBroughtHome(resumed, emulator);
    }

    [Fact]
    public async Task A_scan_that_has_failed_leaves_nothing_to_go_on_with()
    {
        await using NumberedSite site = await NumberedSite.StartAsync();
        await using SeoAuditEmulator emulator = await StartAsync();

        Task<ToolResult> running = ToolProcess.RunAsync(_home, Command(site));
        await Eventually.TrueAsync(() => emulator.Ledger.RequestsTo(EmulatedService.Seogent).Any(static request => request.Method == "GET"), "the scan is polled");
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", Keys.Seogent);
        using HttpResponseMessage cancelled = await client.PostAsync(
            $"{_home.Variables["SeoAudit__Seogent__BaseAddress"]}scans/{emulator.Ledger.CreationsOf(EmulatedService.Seogent).Single().Id}/cancel", content: null, TestContext.Current.CancellationToken);
        ToolResult failed = await EndAsync(running);

        Assert.True(cancelled.IsSuccessStatusCode, cancelled.ToString());
        Assert.Equal(ExitCode.Service, failed.ExitCode);
        Assert.DoesNotContain(GoOn, failed.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_home.StateFolder));
    }

    private static string[] Command(NumberedSite site) =>
        ["audit", .. Enumerable.Range(1, Pages).Select(number => $"{site.Address}{number}"), "--service", "seogent", "-o", "pages.csv"];

    private async Task<SeoAuditEmulator> StartAsync()
    {
        SeoAuditEmulator emulator = await SeoAuditEmulator.StartAsync(new SeoAuditEmulatorOptions { TimeProvider = _clock }, TestContext.Current.CancellationToken);
        _home.Using(emulator);
        return emulator;
    }

    private async Task<ToolResult> EndAsync(Task<ToolResult> running)
    {
        await Eventually.TrueAsync(_clock, () => running.IsCompleted, "the tool ends");
        return await running;
    }

    private void AssertBroughtHome(ToolResult resumed, SeoAuditEmulator emulator)
    {
        Assert.Equal(ExitCode.Passed, resumed.ExitCode);
        Assert.DoesNotContain(GoOn, resumed.Error, StringComparison.Ordinal);
        Assert.Single(emulator.Ledger.CreationsOf(EmulatedService.Seogent));
        Assert.Equal(Pages + 1, File.ReadAllLines(_home.PathOf("pages.csv")).Length);
        Assert.True(!Directory.Exists(_home.StateFolder) || !Directory.EnumerateFiles(_home.StateFolder).Any());
    }
}
