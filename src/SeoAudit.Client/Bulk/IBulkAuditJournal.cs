namespace SeoAudit.Client;

/// <summary>
/// A journal that is kept elsewhere than in a file, e.g. in a database that many machines share: numbered lines, of which no one is
/// ever changed.
/// </summary>
/// <remarks>
/// A run asks for the lines there are before it buys anything, and adds a line before it goes on with what the line tells. One run at
/// a time may have a journal, and it is the implementation that sees to it. Its methods are called one at a time, and end the run when
/// they fail: what is in flight is finished then, and nothing more is begun. What blocks in them is best done on a thread of its own.
/// </remarks>
public interface IBulkAuditJournal
{
    /// <summary>Reads a line.</summary>
    /// <param name="number">Its number, from 0.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The line as it was added; null where there are not so many.</returns>
    ValueTask<byte[]?> ReadAsync(int number, CancellationToken cancellationToken = default);

    /// <summary>Adds a line; when this has ended, the line outlives the process.</summary>
    /// <param name="number">Its number: that of the last line, and one more.</param>
    /// <param name="line">The line: JSON in UTF-8, without a line end. No key is ever in it. Valid until this has ended.</param>
    /// <param name="cancellationToken">Not used by a run: what has been bought is written down, also when the run is being stopped.</param>
    ValueTask AppendAsync(int number, ReadOnlyMemory<byte> line, CancellationToken cancellationToken = default);
}
