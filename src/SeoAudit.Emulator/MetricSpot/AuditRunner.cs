using SeoAudit.Emulator.Auditing;
using SeoAudit.Emulator.Hosting;

namespace SeoAudit.Emulator.MetricSpot;

/// <summary>Carries out the audits of accounts.</summary>
internal sealed class AuditRunner(
    MetricSpotEmulatorOptions options, IPageAnalyzer analyzer, EmulatorLedger ledger, TimeProvider timeProvider)
{
    public async Task RunAsync(AuditJob audit, EmulatorLedger.CreationEntry entry, CancellationToken stopping)
    {
        AuditFindings? findings = null;
        string error = "The audit failed.";
        try
        {
            var pacer = new Pacer(timeProvider, audit.CreatedAt);
            await pacer.StepAsync(options.QueuedDuration, stopping).ConfigureAwait(false);
            audit.Run();
            PageAnalysis analysis = await analyzer.AnalyzeAsync(audit.Target, stopping).ConfigureAwait(false);
            await pacer.StepAsync(options.RunningDuration, stopping).ConfigureAwait(false);
            findings = FindingsBuilder.Build(analysis, organicTraffic: options.Google == GoogleConnection.Linked);
        }
        catch (PageFetchException failure)
        {
            error = failure.Message;
        }
#pragma warning disable CA1031 // A page that no one has thought of must fail its own audit, not hang it.
        catch (Exception failure) when (failure is not OperationCanceledException || !stopping.IsCancellationRequested)
#pragma warning restore CA1031
        {
            error = "The audit failed: " + failure.Message;
        }

        if (findings is not null)
            ledger.Settle(entry, 1);
        audit.Account.End(
            audit,
            spend: findings is not null,
            keepCooldown: findings is not null || options.CooldownAfterFailure,
            timeProvider.GetUtcNow(),
            ended =>
            {
                if (findings is not null)
                    ended.Complete(findings);
                else
                    ended.Fail(error);
            });
    }
}
