using System.Runtime.CompilerServices;
using System.Text.Json;
using SeoAudit.Client.Bulk;
using SeoAudit.Client.Bulk.Journal;

namespace SeoAudit.Client.Jobs;

/// <summary>Reads the outcomes of a job, also while it runs.</summary>
internal static class OutcomeReader
{
    /// <summary>Reads from a place on: what there is, then what comes, until the job ends.</summary>
    public static async IAsyncEnumerable<PageAuditOutcome> ReadAsync(
        Job job, int from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        LineReader lines = Open(job);
        await using (lines.ConfigureAwait(false))
        {
            using var journal = new JournalPlaces(job.Paths);
            for (var next = 0; ;)
            {
                Task change = job.Changed.Next;
                bool isFinal = job.Record.Status.IsFinal;
                for (int count = job.Counts.Completed; next < count; next++)
                {
                    ReadOnlyMemory<byte> line = await ReadLineAsync(job, lines, cancellationToken).ConfigureAwait(false);
                    if (next >= from)
                    {
                        yield return Read(job, line.Span, journal);
                        cancellationToken.ThrowIfCancellationRequested();
                    }
                }

                if (isFinal)
                {
                    yield break;
                }

                ThrowIfOver(job);
                await change.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Says why nothing more of a job can be learned here.</summary>
    public static void ThrowIfOver(Job job)
    {
        ThrowIfGone(job);
        if (job.IsStopping)
        {
            throw new SeoAuditJobException($"The process is stopping; job '{job.Id}' goes on when it is started again.")
            {
                Fault = JobFault.Stopping,
                OperationId = job.Id,
            };
        }
    }

    public static void ThrowIfGone(Job job)
    {
        if (job.IsGone)
        {
            throw Gone(job, cause: null);
        }
    }

    private static LineReader Open(Job job)
    {
        try
        {
            return LineReader.Open(job.Paths.Outcomes);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Gone(job, exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(job, exception);
        }
    }

    private static async ValueTask<ReadOnlyMemory<byte>> ReadLineAsync(Job job, LineReader lines, CancellationToken cancellationToken)
    {
        try
        {
            return await lines.ReadAsync(cancellationToken).ConfigureAwait(false) ?? throw Unreadable(job, cause: null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(job, exception);
        }
    }

    private static PageAuditOutcome Read(Job job, ReadOnlySpan<byte> line, JournalPlaces journal)
    {
        try
        {
            StoredOutcome stored = StoredOutcome.Read(line);
            if (stored.Place is not { } place)
            {
                return stored.ToOutcome(stored.Audit, stored.Error);
            }

            PageAuditOutcome recorded = JournalOutcome.Read(journal.ReadLine(place), new BulkItem(stored.Url, stored.Url, stored.Index));
            return stored.ToOutcome(recorded.Audit, recorded.Error);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or SeoAuditJournalException)
        {
            throw Unreadable(job, exception);
        }
    }

    private static SeoAuditJobException Unreadable(Job job, Exception? cause) =>
        new($"The outcomes of job '{job.Id}' cannot be read from '{job.Paths.Outcomes}'.", cause) { Fault = JobFault.Unusable, OperationId = job.Id };

    private static SeoAuditNotFoundException Gone(Job job, Exception? cause) =>
        new($"Job '{job.Id}' is gone: it had ended long enough ago.", cause) { OperationId = job.Id };
}
