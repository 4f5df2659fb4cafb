using Microsoft.Win32.SafeHandles;

namespace SeoAudit.Client.Bulk.Journal;

/// <summary>A file of lines that only grows, held by one run at a time. Each line is written at once, so only the last can be torn.</summary>
internal sealed class JournalFile : IJournalLines
{
    /// <summary>The longest line that is read: many times what a service may answer with.</summary>
    public const int LongestLine = 512 * 1024 * 1024;

    private const byte LineEnd = (byte)'\n';
    private const int ChunkSize = 64 * 1024;

    private readonly SafeFileHandle _handle;
    private readonly string _path;
    private long _length;
    private Exception? _broken;

    private JournalFile(SafeFileHandle handle, string path)
    {
        _handle = handle;
        _path = path;
        _length = RandomAccess.GetLength(handle);
    }

    public string Name => _path;

    public bool IsEmpty => _length == 0;

    /// <param name="path">The file.</param>
    /// <param name="isShared">Whether others may read it; by itself that keeps out no other run.</param>
    public static JournalFile Open(string path, bool isShared = false) =>
        // The platform locks the file where others are kept out, and a process that dies lets go of it.
        Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, isShared ? FileShare.Read | FileShare.Delete : FileShare.None);

    /// <summary>Opens a file to read what another writes to it.</summary>
    public static JournalFile OpenToRead(string path) => Open(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    private static JournalFile Open(string path, FileMode mode, FileAccess access, FileShare share)
    {
        try
        {
            return new JournalFile(File.OpenHandle(path, mode, access, share), path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            // Only a file that others hold is refused although it is there and may be written.
            bool inUse = exception.GetType() == typeof(IOException) && File.Exists(path);
            throw new SeoAuditJournalException(
                inUse ? $"The journal '{path}' is in use by another run." : $"The journal '{path}' cannot be opened: {exception.Message}",
                exception)
            {
                Fault = inUse ? JournalFault.InUse : JournalFault.Unusable,
                Path = path,
            };
        }
    }

    /// <summary>Whether it begins with so much of a text as it has room for.</summary>
    public bool BeginsLike(ReadOnlySpan<byte> text)
    {
        byte[] start = new byte[Math.Min(text.Length, _length)];
        int read = Guard(() => RandomAccess.Read(_handle, start, fileOffset: 0));
        return text.StartsWith(start.AsSpan(0, read));
    }

    /// <summary>Reads all lines with where they begin, and cuts off a last one that has no end.</summary>
    public void ReadLines(JournalLineRead read, CancellationToken cancellationToken)
    {
        long end = Guard(() => Scan(read, cancellationToken));
        CutOff(end);
    }

    /// <summary>Cuts off what comes from there on.</summary>
    public void CutOff(long end)
    {
        if (end < _length)
        {
            Guard(() => RandomAccess.SetLength(_handle, end));
            _length = end;
        }
    }

    /// <summary>Reads the line that begins there.</summary>
    public byte[] ReadLine(long offset) => Guard(() =>
    {
        byte[] buffer = new byte[ChunkSize];
        var filled = 0;
        while (true)
        {
            int read = RandomAccess.Read(_handle, buffer.AsSpan(filled), offset + filled);
            int end = buffer.AsSpan(filled, read).IndexOf(LineEnd);
            if (end >= 0 || read == 0)
            {
                return buffer[..(filled + Math.Max(end, 0))];
            }

            filled += read;
            if (filled == LongestLine)
            {
                throw TooLong();
            }

            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }
    });

    /// <summary>Adds a line; its end is given with it. Where one could not be written, none is from then on.</summary>
    /// <returns>Where it begins.</returns>
    public long Append(ReadOnlySpan<byte> line)
    {
        long offset = _length;
        if (_broken is not null)
        {
            // A short line may find room where a long one did not, and would end what has no outcome.
            throw Unusable(_broken);
        }

        try
        {
            RandomAccess.Write(_handle, line, offset);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ObjectDisposedException or ArgumentException)
        {
            // The platform words a file that has become too long as a bad argument.
            _broken = exception;
            throw Unusable(exception);
        }

        _length += line.Length;
        return offset;
    }

    // What the platform takes into its cache is there at once.
    ValueTask IJournalLines.ReadLinesAsync(JournalLineRead read, CancellationToken cancellationToken)
    {
        ReadLines(read, cancellationToken);
        return ValueTask.CompletedTask;
    }

    ValueTask<byte[]> IJournalLines.ReadLineAsync(long place, CancellationToken cancellationToken) => ValueTask.FromResult(ReadLine(place));

    ValueTask<long> IJournalLines.AppendAsync(ReadOnlyMemory<byte> line, CancellationToken cancellationToken) => ValueTask.FromResult(Append(line.Span));

    public void Dispose() => _handle.Dispose();

    private long Scan(JournalLineRead read, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[ChunkSize];
        long offset = 0;
        var filled = 0;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int got = RandomAccess.Read(_handle, buffer.AsSpan(filled), offset + filled);
            if (got == 0)
            {
                return offset;
            }

            filled += got;
            var start = 0;
            for (int end; (end = buffer.AsSpan(start, filled - start).IndexOf(LineEnd)) >= 0; start += end + 1)
            {
                read(offset + start, buffer.AsSpan(start, end));
            }

            buffer.AsSpan(start, filled - start).CopyTo(buffer);
            offset += start;
            filled -= start;
            if (filled == LongestLine)
            {
                throw TooLong();
            }

            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }
    }

    private T Guard<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            throw Unusable(exception);
        }
    }

    private void Guard(Action action) => Guard(() =>
    {
        action();
        return true;
    });

    private static IOException TooLong() => new($"A line is longer than {LongestLine} bytes.");

    private SeoAuditJournalException Unusable(Exception cause) =>
        new($"The journal '{_path}' cannot be read or written: {cause.Message}", cause)
        {
            Fault = JournalFault.Unusable,
            Path = _path,
        };
}
