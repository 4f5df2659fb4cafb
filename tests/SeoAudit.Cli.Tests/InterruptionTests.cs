using System.Net;
using System.Net.Sockets;
using SeoAudit.Cli.CommandLine;
using SeoAudit.Cli.Tests.Support;
using SeoAudit.Emulator;
using SeoAudit.Emulator.Tests.Support;
using SeoAudit.Tests.Shared;

namespace SeoAudit.Cli.Tests;

/// <summary>Runs that end early: in order, or at once.</summary>
public sealed class InterruptionTests : IDisposable
{
    private const int Pages = 12;
    private const string ResumePrefix = "Go on with: seoaudit ";

    // Whatever is to be interrupted goes on only when the test says so.
    private readonly WatchedClock _clock = new(DateTimeOffset.UtcNow);
    private readonly ToolHome _home = new();

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_run_that_is_stopped_finishes_its_files_and_is_gone_on_with(bool terminal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals on Windows.");
        await using NumberedSite site = await NumberedSite.StartAsync();
        var options = new SeoAuditEmulatorOptions { TimeProvider = _clock };
        options.SeoPeek.ArtificialDelay = TimeSpan.FromMilliseconds(200);
        await using SeoAuditEmulator emulator = await SeoAuditEmulator.StartAsync(options, TestContext.Current.CancellationToken);
        _home.Using(emulator);
        string[] command = ["audit", "--urls", Urls(site), "--concurrency", "1", "-o", "pages.csv", "-o", "pages.jsonl"];

        using ToolProcess tool = terminal ? ToolProcess.StartOnTerminal(_home, command) : ToolProcess.Start(_home, command);
        await Eventually.TrueAsync(_clock, () => emulator.Ledger.CreationsOf(EmulatedService.SeoPeek).Count >= 3, "three pages are audited");
        if (terminal)
        {
            await tool.TypeAsync("\u0003");
        }
        else
        {
            tool.Signal(ToolProcess.Terminate);
        }

        await Eventually.TrueAsync(() => (tool.Seen + tool.SeenError).Contains("Stopping", StringComparison.Ordinal), "the tool stops");
        ToolResult stopped = await EndAsync(tool.EndAsync());

        Assert.Equal(ExitCode.Partial, stopped.ExitCode);
        int audited = emulator.Ledger.CreationsOf(EmulatedService.SeoPeek).Count;
        Assert.InRange(audited, 3, Pages - 1);
        Assert.Equal(audited + 1, LinesOf("pages.csv"));
        Assert.False(File.Exists(_home.PathOf("pages.csv.partial")));
        string resume = ResumeCommandOf(stopped.All);

        ToolResult resumed = await EndAsync(ToolProcess.RunAsync(_home, [.. SplitCommand(resume)]));

        Assert.Equal(ExitCode.Passed, resumed.ExitCode);
        Assert.Equal(Pages + 1, LinesOf("pages.csv"));
        Assert.Equal(Pages, emulator.Ledger.CreationsOf(EmulatedService.SeoPeek).Select(static page => page.Target).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Pages, emulator.Ledger.CreationsOf(EmulatedService.SeoPeek).Count);
        Assert.Empty(Directory.EnumerateFiles(_home.StateFolder));
    }

    [Fact]
    public async Task A_run_whose_only_reader_leaves_buys_nothing_more()
    {
        await using NumberedSite site = await NumberedSite.StartAsync();
        var options = new SeoAuditEmulatorOptions();
        options.SeoPeek.ArtificialDelay = TimeSpan.FromMilliseconds(200);
        await using SeoAuditEmulator emulator = await SeoAuditEmulator.StartAsync(options, TestContext.Current.CancellationToken);
        _home.Using(emulator);

        using ToolProcess tool = ToolProcess.StartInPipe(_home, "head -n 1", "audit", "--urls", Urls(site), "--concurrency", "1", "--format", "jsonl");
        ToolResult left = await tool.EndAsync();

        Assert.Single(left.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(ExitCode.Usage, left.ExitCode);
        Assert.InRange(emulator.Ledger.CreationsOf(EmulatedService.SeoPeek).Count, 1, Pages - 1);
        Assert.NotEmpty(ResumeCommandOf(left.Error));
    }

    [Theory]
    [InlineData("seogent")]
    [InlineData("metricspot")]
    public async Task A_run_that_is_killed_is_gone_on_with_and_buys_nothing_twice(string service)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals on Windows.");
        await using NumberedSite site = await NumberedSite.StartAsync();
        var options = new SeoAuditEmulatorOptions();
        options.MetricSpot.GlobalSpacing = TimeSpan.FromMilliseconds(200);
        options.Seogent.AnalyzePerPage = TimeSpan.FromMilliseconds(100);
        await using SeoAuditEmulator emulator = await SeoAuditEmulator.StartAsync(options, TestContext.Current.CancellationToken);
        _home.Using(emulator);
        _home.Variables["SeoAudit__MetricSpot__Spacing"] = "00:00:00.3";
        EmulatedService emulated = service == "seogent" ? EmulatedService.Seogent : EmulatedService.MetricSpot;
        string[] command = ["audit", "--urls", Urls(site), "--service", service, "--quiet", "--format", "jsonl"];

        using ToolProcess tool = ToolProcess.Start(_home, command);
        await Eventually.TrueAsync(() => emulator.Ledger.CreationsOf(emulated).Count >= (service == "seogent" ? 1 : 3), "something is bought");
        tool.Signal(ToolProcess.Kill);
        await tool.EndAsync();
        ToolResult resumed = await ToolProcess.RunAsync(_home, [.. command, "--resume"]);

        Assert.Equal(ExitCode.Passed, resumed.ExitCode);
        IReadOnlyList<LedgerCreation> bought = emulator.Ledger.CreationsOf(emulated);
        Assert.Equal(service == "seogent" ? 1 : Pages, bought.Count);
        Assert.Equal(bought.Count, bought.Select(static creation => creation.Target).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_run_that_never_began_leaves_nothing_behind()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals on Windows.");
        await using SeoAuditEmulator emulator = await SeoAuditEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        _home.Using(emulator);

        // Standard input stays open, so there is no page and no end.
        using ToolProcess tool = ToolProcess.Start(_home, "audit", "-", "-o", "pages.csv");
        await Eventually.TrueAsync(() => File.Exists(_home.PathOf("pages.csv.partial")), "the report is begun");
        tool.Signal(ToolProcess.Interrupt);
        ToolResult result = await tool.EndAsync();

        Assert.Equal(130, result.ExitCode);
        Assert.False(File.Exists(_home.PathOf("pages.csv")));
        Assert.False(File.Exists(_home.PathOf("pages.csv.partial")));
    }

    [Fact]
    public async Task A_run_that_is_not_over_is_not_gone_on_with_and_keeps_its_journal()
    {
        await using SeoAuditEmulator emulator = await SeoAuditEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        _home.Using(emulator);

        using ToolProcess tool = ToolProcess.Start(_home, "audit", "-");
        await Eventually.TrueAsync(() => JournalsWithContent() == 1, "the journal is begun");
        ToolResult second = await ToolProcess.RunAsync(_home, "audit", "-", "--resume");

        Assert.Equal(ExitCode.Usage, second.ExitCode);
        Assert.Equal(1, JournalsWithContent());
        tool.EndInput();
        Assert.Equal(ExitCode.Passed, (await tool.EndAsync()).ExitCode);
        Assert.Equal(0, JournalsWithContent());
    }

    [Fact]
    public async Task What_is_queued_is_gone_on_with_even_where_nothing_came_out()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals on Windows.");
        await using NumberedSite site = await NumberedSite.StartAsync();
        var options = new SeoAuditEmulatorOptions { TimeProvider = _clock };
        options.Seogent.PendingDuration = TimeSpan.FromSeconds(3);
        await using SeoAuditEmulator emulator = await SeoAuditEmulator.StartAsync(options, TestContext.Current.CancellationToken);
        _home.Using(emulator);

        using ToolProcess tool = ToolProcess.Start(_home, "audit", $"{site.Address}1", "--service", "seogent", "--verbose");
        await Eventually.TrueAsync(() => emulator.Ledger.RequestsTo(EmulatedService.Seogent).Any(static request => request.Method == "GET"), "the scan is polled");
        tool.Signal(ToolProcess.Interrupt);
        ToolResult stopped = await tool.EndAsync();
        ToolResult resumed = await EndAsync(ToolProcess.RunAsync(_home, [.. SplitCommand(ResumeCommandOf(stopped.Error))]));

        Assert.Equal(ExitCode.Partial, stopped.ExitCode);
        Assert.Equal(ExitCode.Passed, resumed.ExitCode);
        Assert.Single(emulator.Ledger.CreationsOf(EmulatedService.Seogent));
    }

    [Fact]
    public async Task A_second_signal_ends_at_once()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals on Windows.");
        await using SeoAuditEmulator emulator = await SeoAuditEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        _home.Using(emulator);
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();

        using ToolProcess tool = ToolProcess.Start(_home, "audit", $"http://{silent.LocalEndpoint}/");
        using TcpClient inFlight = await silent.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        tool.Signal(ToolProcess.Interrupt);
        await Eventually.TrueAsync(() => tool.SeenError.Contains("Stopping", StringComparison.Ordinal), "the tool stops");
        tool.Signal(ToolProcess.Interrupt);
        ToolResult result = await tool.EndAsync();

        Assert.Equal(130, result.ExitCode);
        Assert.DoesNotContain("Average", result.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scan_that_is_not_waited_for_goes_on_and_is_waited_for_later()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals on Windows.");
        await using NumberedSite site = await NumberedSite.StartAsync();
        var options = new SeoAuditEmulatorOptions { TimeProvider = _clock };
        options.Seogent.PendingDuration = TimeSpan.FromSeconds(2);
        await using SeoAuditEmulator emulator = await SeoAuditEmulator.StartAsync(options, TestContext.Current.CancellationToken);
        _home.Using(emulator);

        using ToolProcess tool = ToolProcess.Start(_home, "scan", site.Address.GetLeftPart(UriPartial.Authority), "--quiet");
        await Eventually.TrueAsync(() => tool.SeenError.Contains("is queued", StringComparison.Ordinal), "the scan is queued");
        tool.Signal(ToolProcess.Interrupt);
        ToolResult stopped = await tool.EndAsync();
        string id = emulator.Ledger.CreationsOf(EmulatedService.Seogent).Single().Id;

        Assert.Equal(ExitCode.Partial, stopped.ExitCode);
        Assert.StartsWith($"Scan {id} is queued", stopped.Error, StringComparison.Ordinal);
        Assert.Contains($"seoaudit wait {id}", stopped.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Passed, (await EndAsync(ToolProcess.RunAsync(_home, "wait", id))).ExitCode);
        Assert.Single(emulator.Ledger.CreationsOf(EmulatedService.Seogent));
    }

    [Fact]
    public async Task A_scan_that_is_stopped_before_it_has_an_id_may_be_there()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals on Windows.");
        await using SeoAuditEmulator emulator = await SeoAuditEmulator.StartAsync(new SeoAuditEmulatorOptions { TimeProvider = _clock }, TestContext.Current.CancellationToken);
        _home.Using(emulator);
        emulator.Faults.Add(EmulatorFault.On(EmulatedService.Seogent, "POST", "/api/scans").AfterHandling().After(TimeSpan.FromHours(1)));

        using ToolProcess tool = ToolProcess.Start(_home, "scan", "127.0.0.1", "-o", "pages.csv");
        await Eventually.TrueAsync(() => emulator.Ledger.CreationsOf(EmulatedService.Seogent).Count > 0, "the scan is bought");
        tool.Signal(ToolProcess.Interrupt);
        ToolResult stopped = await tool.EndAsync();

        Assert.Equal(130, stopped.ExitCode);
        Assert.Contains("may have been queued all the same. See: seoaudit list", stopped.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_home.Folder, "pages.csv*"));
    }

    private static IEnumerable<string> SplitCommand(string command) => System.CommandLine.Parsing.CommandLineParser.SplitCommandLine(command);

    private static string ResumeCommandOf(string text)
    {
        string plain = text.ReplaceLineEndings("\n");
        int start = plain.IndexOf(ResumePrefix, StringComparison.Ordinal);
        Assert.True(start >= 0, text);
        start += ResumePrefix.Length;
        return plain[start..].Split('\n')[0];
    }

    private async Task<ToolResult> EndAsync(Task<ToolResult> running)
    {
        await Eventually.TrueAsync(_clock, () => running.IsCompleted, "the tool ends");
        return await running;
    }

    private string Urls(NumberedSite site) =>
        _home.Write("urls.txt", string.Join('\n', Enumerable.Range(1, Pages).Select(number => $"{site.Address}{number}")));

    private int JournalsWithContent() =>
        Directory.Exists(_home.StateFolder) ? new DirectoryInfo(_home.StateFolder).EnumerateFiles().Count(static file => file.Length > 0) : 0;

    private int LinesOf(string file) => File.ReadAllLines(_home.PathOf(file)).Length;
}
