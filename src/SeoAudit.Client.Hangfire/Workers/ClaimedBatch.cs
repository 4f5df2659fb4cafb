using SeoAudit.Client.Hangfire.Batches;
using SeoAudit.Client.Hangfire.Storage;

namespace SeoAudit.Client.Hangfire.Workers;

/// <summary>Works on a batch while its claim is renewed and the job may still be cancelled.</summary>
internal sealed class ClaimedBatch(Fleet fleet, ISeoAuditClient client, WorkerStop stopping, JobEntry job, Claim claim)
{
    public async Task<BatchEnd> RunAsync(CancellationToken cancellationToken)
    {
        // What is queued at a service is found again by its id, so nobody waits for it; a request to SEOPeek is finished.
        bool finishes = job.Options.Audit.ServiceFallback.Prepend(job.Service).Contains(AuditService.SeoPeek);
        CancellationToken soft = finishes ? stopping.Hard : stopping.Soft;
        using var drain = CancellationTokenSource.CreateLinkedTokenSource(stopping.Soft);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, soft);
        using var end = new CancellationTokenSource();
        Task watch = Task.Run(() => WatchAsync(drain, stop, end.Token), CancellationToken.None);
        try
        {
            JobEntry current = await TakeSlotAsync(drain.Token, stop.Token).ConfigureAwait(false);
            if (await fleet.Access.RunAsync(() => fleet.PausedUntil(current), stop.Token).ConfigureAwait(false) is { } until)
            {
                // While it waited for its place, the quota was spent by others.
                return BatchEnd.Paused(current.Service, until);
            }

            return await new BatchRun(fleet, client, current, claim, drain.Token).RunAsync(stop.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is ClaimLostException or SeoAuditJournalException { InnerException: ClaimLostException })
        {
            return BatchEnd.Elsewhere;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && stop.IsCancellationRequested)
        {
            return new BatchEnd("Its worker stopped.", fleet.Time.GetUtcNow());
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or SeoAuditJobException or SeoAuditJournalException { Fault: JournalFault.Unusable }))
        {
            return await fleet.Access.RunAsync(() => Fail(exception), CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            await watch.ConfigureAwait(false);
        }
    }

    /// <returns>The job as it is then.</returns>
    private async Task<JobEntry> TakeSlotAsync(CancellationToken drain, CancellationToken stop)
    {
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            if (await fleet.Access.RunAsync(() => TryTakeSlot(drain), stop).ConfigureAwait(false) is { } current)
            {
                return current;
            }

            // Not all at the same time, or none would get the place that all want.
            await Task.Delay(fleet.Options.PollInterval * (0.5 + Random.Shared.NextDouble()), fleet.Time, stop).ConfigureAwait(false);
        }
    }

    private JobEntry? TryTakeSlot(CancellationToken drain)
    {
        JobEntry current = fleet.Jobs.Find(claim.Id) ?? job with { IsCancelling = true };
        // Where nothing is begun, no place is needed.
        if (!current.IsOver && !drain.IsCancellationRequested && !fleet.Claims.TryTakeSlot(claim, job.Service))
        {
            return null;
        }

        if (current is { StartedAt: null, IsOver: false })
        {
            fleet.Jobs.Set(current.Id, JobEntry.StartedField, JobEntry.WriteTime(fleet.Time.GetUtcNow()));
        }

        return current;
    }

    private async Task WatchAsync(CancellationTokenSource drain, CancellationTokenSource stop, CancellationToken end)
    {
        TimeSpan renewEvery = fleet.Options.TakeOverAfter / 3;
        // However seldom is looked for a wish to cancel, the claim must live.
        TimeSpan lookEvery = fleet.Options.PollInterval < renewEvery ? fleet.Options.PollInterval : renewEvery;
        long renewed = fleet.Time.GetTimestamp();
        while (!end.IsCancellationRequested)
        {
            await Task.Delay(lookEvery, fleet.Time, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                if (!end.IsCancellationRequested && fleet.Time.GetElapsedTime(renewed) >= renewEvery)
                {
                    renewed = fleet.Time.GetTimestamp();
                    if (!await fleet.Access.RunAsync(() => fleet.Claims.Renew(claim), CancellationToken.None).ConfigureAwait(false))
                    {
                        await stop.CancelAsync().ConfigureAwait(false);
                        return;
                    }
                }

                if (!end.IsCancellationRequested && !drain.IsCancellationRequested
                    && await fleet.Access.RunAsync(() => fleet.Jobs.Find(claim.Id), CancellationToken.None).ConfigureAwait(false) is not { IsOver: false })
                {
                    await drain.CancelAsync().ConfigureAwait(false);
                }
            }
            catch (SeoAuditJobException)
            {
                // While the storage is away nobody can take the batch over either.
            }
        }
    }

    // What no other worker would do better ends the job.
    private BatchEnd Fail(Exception exception)
    {
        string reason = $"Batch {Keys.Number(claim.Batch)} failed: {exception.Message}";
        if (fleet.Access.Read(claim.IsLost))
        {
            return BatchEnd.Elsewhere;
        }

        fleet.Queue.Begin(job, transaction => transaction.Set(Keys.Job(claim.Id), (JobEntry.ErrorField, reason)));
        var outcomes = new BatchOutcomes(fleet.Access, claim);
        outcomes.Keep(fleet.Progress.Of(claim.Id, claim.Batch));
        outcomes.End();
        fleet.Jobs.CloseBatch(job, claim.Batch);
        return new BatchEnd(reason, IsFailure: true);
    }
}
