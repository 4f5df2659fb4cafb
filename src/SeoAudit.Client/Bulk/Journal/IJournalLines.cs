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
    void ReadLines(JournalLineRead read, CancellationToken cancellationToken);

    /// <summary>Reads the line at a place.</summary>
    byte[] ReadLine(long place);

    /// <summary>Adds a line; its end is given with it.</summary>
    /// <returns>Its place.</returns>
    long Append(ReadOnlySpan<byte> line);
}
