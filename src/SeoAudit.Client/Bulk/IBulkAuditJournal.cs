namespace SeoAudit.Client;

/// <summary>
/// A journal that is kept elsewhere than in a file, e.g. in a database that many machines share: numbered lines, of which no one is
/// ever changed.
/// </summary>
/// <remarks>
/// A run asks for the lines there are before it buys anything, and adds a line before it goes on with what the line tells. One run at
/// a time may have a journal, and it is the implementation that sees to it. Its methods are called one at a time, may block, and end
/// the run when they throw: what is in flight is finished then, and nothing more is begun.
/// </remarks>
public interface IBulkAuditJournal
{
    /// <summary>Reads a line.</summary>
    /// <param name="number">Its number, from 0.</param>
    /// <returns>The line as it was added; null where there are not so many.</returns>
    byte[]? Read(int number);

    /// <summary>Adds a line; when this returns, the line outlives the process.</summary>
    /// <param name="number">Its number: that of the last line, and one more.</param>
    /// <param name="line">The line: JSON in UTF-8, without a line end. No key is ever in it. Valid during the call only.</param>
    void Append(int number, ReadOnlySpan<byte> line);
}
