using System.Globalization;
using System.Runtime.CompilerServices;
using SeoAudit.Client.Hangfire.Storage;

namespace SeoAudit.Client.Hangfire.Batches;

/// <summary>Audits what is left of one batch.</summary>
internal sealed class BatchRun(Fleet fleet, ISeoAuditClient client, JobEntry job, Claim claim, CancellationToken drain)
{
    // No quota is for longer than a month; whatever a service says, it is asked again then.
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(31);

    private readonly List<int> _places = [];
    private readonly BatchOutcomes _outcomes = new(fleet.Access, claim);
    private DateTimeOffset? _resumeAt;
    private bool _isCutShort;

    /// <param name="stop">Leaves all that is in flight; otherwise the run's drain finishes it and begins nothing more.</param>
    /// <returns>How it ended.</returns>
    public async Task<BatchEnd> RunAsync(CancellationToken stop)
    {
        var journal = new StoredJournal(fleet.Access, claim);
        (HashSet<int> done, IReadOnlyList<(int Place, Uri Url)> input) = await fleet.Access.RunAsync(() => Open(journal), stop).ConfigureAwait(false);
        // What is over before anything was bought has nothing to bring home.
        if (!_outcomes.Progress.IsDone && done.Count < input.Count && !(job.IsOver && journal.IsEmpty))
        {
            await AuditAsync(input.Where(page => !done.Contains(page.Place)), journal, stop).ConfigureAwait(false);
        }

        return await fleet.Access.RunAsync(() => End(input.Count), CancellationToken.None).ConfigureAwait(false);
    }

    private (HashSet<int> Done, IReadOnlyList<(int Place, Uri Url)> Input) Open(StoredJournal journal)
    {
        journal.Open();
        IReadOnlyList<(int Place, Uri Url)> input = JobInput.Read(fleet.Access, job.Id, claim.Batch);
        return input.Count > 0
            ? (_outcomes.Open(fleet.Progress.Of(job.Id, claim.Batch)), input)
            : throw new InvalidDataException("Its input is gone.");
    }

    private BatchEnd End(int count)
    {
        int left = count - _outcomes.Progress.Completed;
        bool isOver = left > 0 && (job.IsOver || fleet.Jobs.Find(job.Id) is not { IsOver: false });
        if (left > 0 && !isOver && (_resumeAt is not null || _isCutShort))
        {
            return PutOff(left, count);
        }

        if (!_outcomes.Progress.IsDone)
        {
            _outcomes.End();
        }

        fleet.Jobs.CloseBatch(job, claim.Batch);
        return new BatchEnd(string.Create(CultureInfo.InvariantCulture, $"{count - left} of {count} pages have their outcome."));
    }

    private async Task AuditAsync(IEnumerable<(int Place, Uri Url)> pages, StoredJournal journal, CancellationToken stop)
    {
        BulkAuditOptions options = job.Options.Audit with
        {
            Journal = journal,
            OnlyRecorded = job.IsOver,
            // An outcome stands: whoever has read it must not find another one later.
            RetryFailed = false,
        };
        await foreach (PageAuditOutcome outcome in client.AuditPagesAsync(ReadAsync(pages, CancellationToken.None), options, stop).ConfigureAwait(false))
        {
            if (job.Options.ResumeWhenQuotaReturns && outcome is { Status: OutcomeStatus.NotAttempted, RetryAt: { } retryAt })
            {
                _resumeAt = BatchProgress.Earlier(_resumeAt, retryAt);
                continue;
            }

            await fleet.Access.RunAsync(() => _outcomes.Add(AtItsPlace(outcome)), CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async IAsyncEnumerable<Uri> ReadAsync(IEnumerable<(int Place, Uri Url)> pages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach ((int place, Uri url) in pages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (drain.IsCancellationRequested)
            {
                _isCutShort = true;
                yield break;
            }

            lock (_places)
            {
                _places.Add(place);
            }

            yield return url;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    private PageAuditOutcome AtItsPlace(PageAuditOutcome outcome)
    {
        int place;
        lock (_places)
        {
            place = _places[outcome.Index];
        }

        return outcome with
        {
            Index = place,
            // What is in the journal of a job was made by the job, if perhaps by another worker.
            Origin = outcome.Origin == OutcomeOrigin.Journal ? OutcomeOrigin.Service : outcome.Origin,
        };
    }

    private BatchEnd PutOff(int left, int count)
    {
        DateTimeOffset now = fleet.Time.GetUtcNow();
        if (_resumeAt is not { } resumeAt)
        {
            return new BatchEnd(string.Create(CultureInfo.InvariantCulture, $"Its worker stopped; {left} of {count} pages are left."), now);
        }

        DateTimeOffset at = resumeAt <= now ? now + fleet.Options.PollInterval : resumeAt - now < LongestPause ? resumeAt : now + LongestPause;
        fleet.Access.Write(transaction => transaction.Set(Keys.Pauses, (job.Service.ToString(), JobEntry.WriteTime(at))));
        return new BatchEnd(
            string.Create(CultureInfo.InvariantCulture, $"The quota of {job.Service} is spent; {left} of {count} pages go on at {at:u}."), at);
    }
}
