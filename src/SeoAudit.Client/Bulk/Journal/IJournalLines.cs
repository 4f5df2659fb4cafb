namespace SeoAudit.Client.Bulk.Journal;

/// <summary>Takes a line, without its end, and its place.</summary>
internal delegate void JournalLineRead(long place, ReadOnlySpan<byte> line);

/// <summary>The lines of a journal, wherever they are kept.</summary>
internal interface IJournalLines : IDisposable
{
    /// <summary>What messages call it.</summary>
    string Name { get; }

    bool IsEmpty { get; }

    /// <summary>Whether it begins with so much of a text as it has room for.</summary>
    bool BeginsLike(ReadOnlySpan<byte> text);

    /// <summary>Reads all lines with their places.</summary>
    ValueTask ReadLinesAsync(JournalLineRead read, CancellationToken cancellationToken);

    /// <summary>Reads the line at a place.</summary>
    ValueTask<byte[]> ReadLineAsync(long place, CancellationToken cancellationToken);

    /// <summary>Adds a line; its end is given with it. Never called while an earlier call has not ended.</summary>
    /// <returns>Its place.</returns>
    ValueTask<long> AppendAsync(ReadOnlyMemory<byte> line, CancellationToken cancellationToken);
}
