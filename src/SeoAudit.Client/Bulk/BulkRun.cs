using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using SeoAudit.Client.Bulk.Journal;
using SeoAudit.Client.Bulk.Lanes;

namespace SeoAudit.Client.Bulk;

/// <summary>Many pages through one service or several: input and output are streams, and what lies between them is bounded.</summary>
internal sealed class BulkRun(BulkSetup setup, BulkAuditOptions options) : IDisposable
{
    // Beside what is in flight: an outcome that waits to be read, and a URL that waits to be sent.
    private const int SparePlaces = 2;

    private readonly IBulkAuditor[] _auditors =
        [.. new[] { options.Service }.Concat(options.ServiceFallback).Select(service => setup.Auditor(service, options))];

    private readonly BulkTally _tally = new(setup.Time);
    private Exception? _fault;

    /// <summary>Runs, anew with each enumeration.</summary>
    public static async IAsyncEnumerable<PageAuditOutcome> RunAsync(
        BulkSetup setup, BulkAuditOptions options, IAsyncEnumerable<Uri> urls, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var run = new BulkRun(setup, options);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using BulkJournal? journal = await run.OpenJournalAsync(cancellationToken).ConfigureAwait(false);
        using var output = new OutcomeQueue(options.Order, options.PassThreshold, run.Places(run._auditors[0]) + SparePlaces);
        var intake = new IntakeSource(urls, new Intake(output, run._tally, journal, options.OnlyRecorded), output, setup.Time, stop.Token);
        ServiceLane[] lanes = run.BuildLanes(output, journal, intake, out OverflowSource[] overflows);
        Task work = run.WorkAsync(lanes, overflows, intake, output, stop.Token);
        try
        {
            while (await output.ReadAsync(cancellationToken).ConfigureAwait(false) is { } outcome)
            {
                ExceptionDispatchInfo? fault = run.Report(outcome, lanes);
                yield return outcome;
                fault?.Throw();
            }

            // An input that ends because it was cancelled looks like one that just ends.
            cancellationToken.ThrowIfCancellationRequested();
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await work.ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        foreach (IBulkAuditor auditor in _auditors)
        {
            auditor.Dispose();
        }
    }

    private int Concurrency(IBulkAuditor auditor) => options.MaxConcurrency ?? auditor.DefaultConcurrency;

    private int Places(IBulkAuditor auditor) => Concurrency(auditor) * auditor.BatchSize;

    private async Task<BulkJournal?> OpenJournalAsync(CancellationToken cancellationToken)
    {
        if (options is { JournalPath: null, Journal: null })
        {
            return null;
        }

        BulkJournal journal = await Task.Run(
            async () => await BulkJournal.OpenAsync(
                options.Journal is { } foreign ? new ForeignLines(foreign) : JournalFile.Open(options.JournalPath!, options.SharesJournal),
                JournalOptions.Describe(options, setup.Endpoint),
                options is { RetryFailed: true, OnlyRecorded: false },
                setup.Time,
                cancellationToken).ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false);
        try
        {
            await new JournalRecovery(journal, setup.Events).RunAsync(_auditors, cancellationToken).ConfigureAwait(false);
            return journal;
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    private ServiceLane[] BuildLanes(OutcomeQueue output, BulkJournal? journal, IntakeSource intake, out OverflowSource[] overflows)
    {
        overflows = [.. _auditors.Skip(1).Select(_ => new OverflowSource(setup.Time))];
        var lanes = new ServiceLane[_auditors.Length];
        for (var index = 0; index < lanes.Length; index++)
        {
            bool isLast = index == lanes.Length - 1;
            var exit = new LaneExit(output, journal, exception => BreakOff(exception, intake))
            {
                Next = isLast ? null : overflows[index],
                NextPlaces = isLast ? 0 : Places(_auditors[index + 1]) - Places(_auditors[index]),
            };
            lanes[index] = new ServiceLane(
                _auditors[index], index == 0 ? intake : overflows[index - 1], new ServiceGate(_auditors[index].Service, options.MaxPause, setup.Time, setup.Events), exit);
            exit.Lane = lanes[index];
        }

        return lanes;
    }

    // Never throws: what goes wrong reaches the reader through the output, behind the outcomes that are already there.
    private async Task WorkAsync(
        ServiceLane[] lanes, OverflowSource[] overflows, IntakeSource intake, OutcomeQueue output, CancellationToken stop)
    {
        var running = new Task[lanes.Length];
        for (var index = 0; index < lanes.Length; index++)
        {
            running[index] = lanes[index].RunAsync(Concurrency(_auditors[index]), stop);
        }

        for (var index = 0; index < lanes.Length; index++)
        {
            await running[index].ConfigureAwait(false);
            if (index < overflows.Length)
            {
                overflows[index].Complete();
            }
        }

        try
        {
            await intake.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            _fault ??= exception;
        }

        output.Complete(_fault ?? intake.Fault);
    }

    // No new pages are read; what is in flight is paid for, and finished.
    private void BreakOff(Exception fault, IntakeSource intake)
    {
        Interlocked.CompareExchange(ref _fault, fault, null);
        intake.End();
    }

    // The outcome it was told of still comes out before what the callback threw does.
    private ExceptionDispatchInfo? Report(PageAuditOutcome outcome, ServiceLane[] lanes)
    {
        setup.Telemetry.Audits.Count(outcome);
        if (options.Progress is not { } progress)
        {
            return null;
        }

        _tally.Add(outcome);
        try
        {
            progress.Report(_tally.Snapshot(PausedUntil(lanes)));
            return null;
        }
        catch (Exception exception)
        {
            return ExceptionDispatchInfo.Capture(exception);
        }
    }

    private static DateTimeOffset? PausedUntil(ServiceLane[] lanes)
    {
        DateTimeOffset? latest = null;
        foreach (ServiceLane lane in lanes)
        {
            latest = lane.PausedUntil is { } until && !(until <= latest) ? until : latest;
        }

        return latest;
    }
}
