namespace SeoAudit.Client.Bulk.Journal;

/// <summary>The lines of a journal that the app keeps. Its faults become those of a journal.</summary>
internal sealed class ForeignLines(IBulkAuditJournal journal) : IJournalLines
{
    private readonly object _lock = new();
    private int _count;
    private Exception? _broken;

    public string Name => journal.GetType().Name;

    public bool IsEmpty => _count == 0;

    // It holds nothing but lines, and the first of them is looked at like all others.
    public bool BeginsLike(ReadOnlySpan<byte> text) => true;

    public void ReadLines(JournalLineRead read, CancellationToken cancellationToken)
    {
        while (ReadOrNull(_count) is { } line)
        {
            cancellationToken.ThrowIfCancellationRequested();
            read(_count++, line);
        }
    }

    public byte[] ReadLine(long place) =>
        ReadOrNull((int)place) ?? throw Unusable(new InvalidOperationException($"Line {place} is gone."));

    public long Append(ReadOnlySpan<byte> line)
    {
        lock (_lock)
        {
            if (_broken is not null)
            {
                throw Unusable(_broken);
            }

            try
            {
                journal.Append(_count, line[^1] == (byte)'\n' ? line[..^1] : line);
            }
            catch (Exception exception)
            {
                _broken = exception;
                throw Unusable(exception);
            }

            return _count++;
        }
    }

    public void Dispose()
    {
        // The journal stays the app's.
    }

    private byte[]? ReadOrNull(int number)
    {
        lock (_lock)
        {
            try
            {
                return journal.Read(number);
            }
            catch (Exception exception)
            {
                throw Unusable(exception);
            }
        }
    }

    private SeoAuditJournalException Unusable(Exception cause) =>
        new($"The journal '{Name}' cannot be read or written: {cause.Message}", cause) { Fault = JournalFault.Unusable, Path = Name };
}
