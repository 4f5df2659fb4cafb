using System.Buffers;

namespace SeoAudit.Emulator.Auditing.Fetching;

/// <summary>Reads a stream into memory, but never more of it than allowed.</summary>
internal static class BoundedReader
{
    /// <exception cref="PageFetchException">The stream holds more than <paramref name="maxBytes"/>.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream source, int maxBytes, CancellationToken cancellationToken)
    {
        var content = new MemoryStream();
        byte[] buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            int read;
            while ((read = await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                if (content.Length + read > maxBytes)
                    throw TooLarge(maxBytes);
                await content.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return content.GetBuffer().AsMemory(0, (int)content.Length);
    }

    public static PageFetchException TooLarge(int maxBytes) =>
        new(PageFetchFailure.NotAPage, FormattableString.Invariant($"The answer is larger than {maxBytes} bytes."));
}
