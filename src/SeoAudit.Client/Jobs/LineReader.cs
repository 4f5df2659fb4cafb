using SeoAudit.Client.Bulk.Journal;

namespace SeoAudit.Client.Jobs;

/// <summary>Reads a file line by line, also while it grows; what has no end yet is no line.</summary>
internal sealed class LineReader(Stream stream, int longest = JournalFile.LongestLine) : IAsyncDisposable
{
    private const byte LineEnd = (byte)'\n';

    private byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;

    /// <summary>Opens a file that another may be writing.</summary>
    public static LineReader Open(string path) => new(new FileStream(path, new FileStreamOptions
    {
        Mode = FileMode.Open,
        Access = FileAccess.Read,
        Share = FileShare.ReadWrite | FileShare.Delete,
        // It has a buffer of its own.
        BufferSize = 0,
        Options = FileOptions.SequentialScan,
    }));

    /// <summary>Reads the next line.</summary>
    /// <returns>The line without its end, good until the next one is read; null where there is none yet.</returns>
    /// <exception cref="IOException">It cannot be read, or is longer than any that was written.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        int searched = _start;
        while (true)
        {
            int found = _buffer.AsSpan(searched, _end - searched).IndexOf(LineEnd);
            if (found >= 0)
            {
                ReadOnlyMemory<byte> line = _buffer.AsMemory(_start, searched + found - _start);
                _start = searched + found + 1;
                return line;
            }

            MakeRoom();
            searched = _end;
            int read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return null;
            }

            _end += read;
        }
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    private void MakeRoom()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end >= longest)
        {
            throw new IOException($"A line is longer than {longest} bytes.");
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }
    }
}
