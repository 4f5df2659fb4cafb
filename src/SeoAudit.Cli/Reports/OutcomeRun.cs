using SeoAudit.Cli.CommandLine;
using SeoAudit.Cli.Running;
using SeoAudit.Cli.Terminal;
using SeoAudit.Client;

namespace SeoAudit.Cli.Reports;

/// <summary>Brings outcomes, wherever they come from, to their end: the files, the summary and the exit code.</summary>
internal static class OutcomeRun
{
    /// <summary>Runs outcomes into a sink until they end, fail or are cut off; the files are completed whichever it is.</summary>
    /// <param name="outcomes">The outcomes.</param>
    /// <param name="sink">Where they go.</param>
    /// <param name="invocation">What was asked for.</param>
    /// <param name="cut">Cuts the outcomes off.</param>
    /// <param name="isCutShort">Tells, at the end, whether pages were left out; null where none can be.</param>
    /// <exception cref="OperationCanceledException">It was stopped before anything came out.</exception>
    public static async Task<RunBalance> CollectAsync(
        IAsyncEnumerable<PageAuditOutcome> outcomes, OutcomeSink sink, Invocation invocation, CancellationToken cut, Func<bool>? isCutShort = null)
    {
        Exception? failure = null;
        var wasCut = false;
        try
        {
            await foreach (PageAuditOutcome outcome in outcomes.WithCancellation(cut))
            {
                await sink.AddAsync(outcome);
                invocation.Screen.Detail(Describe(outcome));
                if (sink.IsForNobody)
                {
                    invocation.Interruption.Request();
                }
            }
        }
        catch (OperationCanceledException) when (invocation.Stop.IsCancellationRequested)
        {
            wasCut = true;
        }
        catch (Exception exception) when (sink.Count == 0 || exception is UsageException)
        {
            // Files of an earlier run stay as they are.
            await sink.AbandonAsync();
            throw;
        }
        catch (SeoAuditException exception)
        {
            // A page that fails is an outcome, so this is where the pages come from. What came before it is kept.
            failure = exception;
        }

        wasCut |= isCutShort?.Invoke() == true;
        if (wasCut && sink.Count == 0)
        {
            await sink.AbandonAsync();
            throw new OperationCanceledException(invocation.Stop);
        }

        RunBalance balance = await sink.CompleteAsync();
        return balance with { Failure = failure, IsInterrupted = wasCut };
    }

    /// <summary>Tells the balance, to whom it was asked for.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="IOException">Standard output cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Standard output may not be written.</exception>
    public static int Tell(RunBalance balance, SinkSettings settings, Invocation invocation)
    {
        int exitCode = Verdict.Of(balance);
        Screen screen = invocation.Screen;
        if (balance.Failure is { } failure)
        {
            screen.Fail(failure.Message);
        }

        foreach (string unwritten in balance.UnwrittenReports)
        {
            screen.Fail(unwritten);
        }

        if (balance is { Failure: null, Report.Total: 0 })
        {
            screen.Warn("There are no pages.");
        }

        if (invocation.Json)
        {
            JsonOutput.Write(json => SummaryJson.Write(json, balance, exitCode));
        }

        if (screen.IsQuiet)
        {
            screen.Explain(error => SummaryView.ShowGate(error, balance.Gate is { IsPassed: false } ? balance.Gate : null));
        }
        else if (invocation.Json || settings.Format is not null)
        {
            screen.Explain(error => SummaryView.ShowBrief(error, balance));
        }
        else
        {
            SummaryView.Show(screen.Output, balance);
        }

        if (balance.IsInterrupted)
        {
            screen.Warn("Interrupted; the reports hold what was audited until then.");
        }

        if (balance.Resume is { } resume)
        {
            screen.Warn($"Go on with: {resume}");
        }

        return exitCode;
    }

    private static string Describe(PageAuditOutcome outcome) => outcome.IsSuccess
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{ShownAddress.Of(outcome.Url)}: {ShownScore.Of(outcome.Audit.Score)} ({outcome.Service}, {outcome.Origin})")
        : $"{ShownAddress.Of(outcome.Url)}: {outcome.Error.Message}";
}
