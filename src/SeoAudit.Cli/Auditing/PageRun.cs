using SeoAudit.Cli.CommandLine;
using SeoAudit.Cli.Emulation;
using SeoAudit.Cli.Options;
using SeoAudit.Cli.Reports;
using SeoAudit.Cli.Running;
using SeoAudit.Cli.Settings;
using SeoAudit.Cli.Terminal;
using SeoAudit.Client;

namespace SeoAudit.Cli.Auditing;

/// <summary>Audits pages one by one through a service.</summary>
internal static class PageRun
{
    /// <summary>How long audits that are answered at once are waited for when the run is to stop; what a service has queued is in the journal.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <param name="invocation">What was asked for.</param>
    /// <param name="pages">The pages, once there is a client.</param>
    /// <param name="sourceFile">Which file of the repository a page comes from; null where that is not known.</param>
    public static async Task<int> RunAsync(
        Invocation invocation, Func<ISeoAuditClient, IAsyncEnumerable<Uri>> pages, Func<Uri, string?>? sourceFile = null)
    {
        SinkSettings settings = await SinkSettings.ReadAsync(invocation) with { SourceFile = sourceFile };
        AuditService service = invocation.Get(AuditOptions.Service) ?? AuditService.SeoPeek;
        if (invocation.Get(AuditOptions.Local))
        {
            await using LocalStage stage = await LocalStage.StartAsync(invocation.Screen, invocation.Stop);
            return await RunAsync(invocation, settings, stage.Client.Client, service, pages(stage.Client.Client));
        }

        await using ToolClient client = ToolClient.Create(invocation.Screen);
        client.RequireKey(service);
        return await RunAsync(invocation, settings, client.Client, service, pages(client.Client));
    }

    private static async Task<int> RunAsync(
        Invocation invocation, SinkSettings settings, ISeoAuditClient client, AuditService service, IAsyncEnumerable<Uri> pages)
    {
        var journal = RunJournal.Find(invocation);

        // First, because an earlier run's journal is thrown away only for a run that takes place.
        await using OutcomeSink sink = await OutcomeSink.OpenAsync(settings, invocation.Stop);
        journal.Begin(invocation);
        var input = new PageInput(pages, invocation.Get(PageOptions.Limit), invocation.Stop);
        var progress = new PageProgress(input, () => client.GetQuota(service));
        var options = new BulkAuditOptions
        {
            Service = service,
            MaxConcurrency = invocation.Get(AuditOptions.Concurrency),
            Performance = invocation.Get(AuditOptions.Performance),
            Accessibility = invocation.Get(AuditOptions.Accessibility),
            JournalPath = journal.Path,
            Progress = progress,

            // Only MetricSpot has one: a page that was audited within 24 hours is not audited again.
            Cooldown = CooldownHandling.UseLatest,
        };
        if (invocation.Get(AuditOptions.PassThreshold) is { } threshold)
        {
            options = options with { PassThreshold = threshold };
        }

        using var cut = new CutOff(invocation, service == AuditService.SeoPeek ? Grace : TimeSpan.Zero);
        RunBalance balance;
        try
        {
            balance = await ProgressScope.RunAsync(invocation.Screen, invocation.Time, view =>
            {
                progress.ShowOn(view);
                return OutcomeRun.CollectAsync(client.AuditPagesAsync(input.ReadAsync(), options, cut.Token), sink, invocation, cut.Token, () => input.IsCutShort);
            });
        }
        catch
        {
            if (journal.EndWithNothing(invocation.Arguments) is not { } resume)
            {
                throw;
            }

            invocation.Screen.Warn($"What was audited or queued is not lost. Go on with: {resume}");
            if (invocation.Stop.IsCancellationRequested)
            {
                return ExitCode.Partial;
            }

            throw;
        }

        balance = balance with { Resume = journal.Resume(balance, invocation.Arguments) };
        int exitCode = Tell(balance, settings, invocation, journal);
        if (balance.Resume is null)
        {
            journal.Close();
        }

        return exitCode;
    }

    private static int Tell(RunBalance balance, SinkSettings settings, Invocation invocation, RunJournal journal)
    {
        try
        {
            return OutcomeRun.Tell(balance, settings, invocation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (journal.ResumeUntold(invocation.Arguments) is { } resume)
            {
                invocation.Screen.Warn($"What was audited is not lost. Go on with: {resume}");
            }

            throw;
        }
    }
}
