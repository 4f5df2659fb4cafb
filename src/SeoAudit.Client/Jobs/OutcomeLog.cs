using System.Buffers;
using System.Text.Json;
using SeoAudit.Client.Bulk.Journal;

namespace SeoAudit.Client.Jobs;

/// <summary>
/// The outcomes of a job in the order in which they came, held by whoever runs it: one line each, with the place of the audit or error
/// in the journal where it is there, so that nothing large is stored twice.
/// </summary>
internal sealed class OutcomeLog : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly JournalFile _file;

    private OutcomeLog(JournalFile file, IndexSet done)
    {
        _file = file;
        Done = done;
    }

    /// <summary>Where in the input the URLs stand that have their outcome.</summary>
    public IndexSet Done { get; }

    /// <summary>How many outcomes of each kind there are.</summary>
    public JobCounts Counts { get; private set; } = JobCounts.None;

    /// <summary>When the pages that were not attempted may be tried again, at the earliest.</summary>
    public DateTimeOffset? ResumeAt { get; private set; }

    /// <summary>Opens the log and reads what is there.</summary>
    /// <param name="paths">The job's files.</param>
    /// <param name="inputLength">How many URLs the input has, with those that came before.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static OutcomeLog Open(JobPaths paths, int inputLength, CancellationToken cancellationToken)
    {
        JournalFile file = JournalFile.Open(paths.Outcomes, isShared: true);
        try
        {
            long journal = new FileInfo(paths.Journal).Length;
            var log = new OutcomeLog(file, new IndexSet(inputLength));
            long end = long.MaxValue;
            file.ReadLines(
                (offset, line) =>
                {
                    StoredOutcome stored = StoredOutcome.Read(line);
                    // Where the machine lost its power, this may lead to what was not yet on the disk; then it comes again.
                    end = stored.Place >= journal ? Math.Min(end, offset) : end;
                    if (offset < end)
                    {
                        log.Count(stored);
                    }
                },
                cancellationToken);
            file.CutOff(end);
            return log;
        }
        catch (Exception exception) when (exception is JsonException or IndexOutOfRangeException)
        {
            file.Dispose();
            throw new SeoAuditJobException($"The outcomes in '{paths.Outcomes}' cannot be read.", exception) { Fault = JobFault.Unusable };
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Adds an outcome, unless its URL has one.</summary>
    public void Add(PageAuditOutcome outcome)
    {
        if (!Done.Add(outcome.Index))
        {
            return;
        }

        _buffer.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_buffer))
        {
            StoredOutcome.Write(json, outcome, outcome.JournalPlace);
        }

        _buffer.Write("\n"u8);
        _file.Append(_buffer.WrittenSpan);
        Counts = Counts.With(outcome.Status, outcome.IsPassed);
        Earliest(outcome.Status, outcome.RetryAt);
    }

    public void Dispose() => _file.Dispose();

    private void Count(StoredOutcome stored)
    {
        Done.Add(stored.Index);
        Counts = Counts.With(stored.Status, stored.IsPassed);
        Earliest(stored.Status, stored.Error?.RateLimit?.RetryAt);
    }

    private void Earliest(OutcomeStatus status, DateTimeOffset? retryAt)
    {
        if (status == OutcomeStatus.NotAttempted && retryAt is { } at && !(at >= ResumeAt))
        {
            ResumeAt = at;
        }
    }
}
