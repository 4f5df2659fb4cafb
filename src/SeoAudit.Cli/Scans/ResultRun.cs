using SeoAudit.Cli.CommandLine;
using SeoAudit.Cli.Options;
using SeoAudit.Cli.Reports;
using SeoAudit.Cli.Running;
using SeoAudit.Cli.Settings;
using SeoAudit.Cli.Terminal;
using SeoAudit.Client;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Seogent;

namespace SeoAudit.Cli.Scans;

/// <summary>Waits for what a service has queued, and brings its results into the reports.</summary>
internal static class ResultRun
{
    /// <summary>Waits for a scan. When it is interrupted, the scan goes on at the service.</summary>
    /// <param name="invocation">What was asked for.</param>
    /// <param name="settings">Where the pages go.</param>
    /// <param name="find">Starts the scan, or finds it, once it is certain that its pages have somewhere to go.</param>
    /// <param name="origin">Whether this run pays for them.</param>
    public static async Task<int> WaitAsync(Invocation invocation, SinkSettings settings, Func<Task<ScanOperation>> find, OutcomeOrigin origin)
    {
        await using OutcomeSink sink = await OutcomeSink.OpenAsync(settings, invocation.Stop);
        ScanOperation? scan = null;
        try
        {
            scan = await find();
            ScanReport report = await ProgressScope.RunAsync(
                invocation.Screen, invocation.Time, view => scan.WaitForCompletionAsync(Wait(invocation, view), invocation.Stop));
            return await TellAsync(invocation, settings, sink, ServiceResults.OfAsync(report.Pages, origin, invocation.Get(AuditOptions.PassThreshold)));
        }
        catch (OperationCanceledException) when (invocation.Stop.IsCancellationRequested && scan is not null)
        {
            await sink.AbandonAsync();
            return Interrupted(invocation, $"The scan goes on at the service. Wait for it with: {RootCommands.Name} wait {scan.Id}");
        }
        catch when (sink.Count == 0)
        {
            await sink.AbandonAsync();
            throw;
        }
    }

    /// <summary>Waits for an audit of MetricSpot.</summary>
    public static async Task<int> WaitAsync(Invocation invocation, SinkSettings settings, MetricSpotAuditOperation audit)
    {
        try
        {
            MetricSpotAudit result = await ProgressScope.RunAsync(
                invocation.Screen, invocation.Time, view => audit.WaitForCompletionAsync(Wait(invocation, view), invocation.Stop));
            return await TellAsync(invocation, settings, One(result, invocation));
        }
        catch (OperationCanceledException) when (invocation.Stop.IsCancellationRequested)
        {
            return Interrupted(invocation, $"The audit goes on at the service. Wait for it with: {RootCommands.Name} wait {audit.Id} --service metricspot");
        }
    }

    /// <summary>Brings outcomes into the reports.</summary>
    public static async Task<int> TellAsync(Invocation invocation, SinkSettings settings, IAsyncEnumerable<PageAuditOutcome> outcomes)
    {
        await using OutcomeSink sink = await OutcomeSink.OpenAsync(settings, invocation.Stop);
        return await TellAsync(invocation, settings, sink, outcomes);
    }

    public static IAsyncEnumerable<PageAuditOutcome> One(MetricSpotAudit audit, Invocation invocation) =>
        new[] { ServiceResults.Of(audit, invocation.Get(AuditOptions.PassThreshold)) }.ToAsyncEnumerable();

    /// <summary>Runs with a client that has a key of the service.</summary>
    public static async Task<int> WithClientAsync(Invocation invocation, AuditService service, Func<ISeoAuditClient, Task<int>> work)
    {
        await using ToolClient client = ToolClient.Create(invocation.Screen);
        client.RequireKey(service);
        return await work(client.Client);
    }

    private static async Task<int> TellAsync(Invocation invocation, SinkSettings settings, OutcomeSink sink, IAsyncEnumerable<PageAuditOutcome> outcomes) =>
        OutcomeRun.Tell(await OutcomeRun.CollectAsync(outcomes, sink, invocation, invocation.Stop), settings, invocation);

    private static WaitOptions Wait(Invocation invocation, IProgressView view) =>
        new() { Progress = new WaitProgress(view), Timeout = invocation.Get(ScanOptions.Timeout) };

    private static int Interrupted(Invocation invocation, string text)
    {
        invocation.Screen.Warn(text);
        return ExitCode.Partial;
    }
}
