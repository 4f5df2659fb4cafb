using System.Buffers;
using System.Text;

namespace SeoAudit.Client.Webhooks;

/// <summary>Reads a body through a buffer that grows to the longest of its values.</summary>
internal static class ScanIdReader
{
    private const int FirstBuffer = 16 * 1024;
    private const int MaxBuffer = 1024 * 1024;

    public static async Task<string> ReadAsync(Stream body, long maxLength, CancellationToken cancellationToken)
    {
        var finder = new ScanIdFinder();
        byte[] buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        try
        {
            var kept = 0;
            long read = 0;
            while (true)
            {
                if (kept == buffer.Length)
                {
                    buffer = Grown(buffer);
                }

                // Filled before it is looked at: what comes byte by byte must not be looked at byte by byte.
                int room = buffer.Length - kept;
                int count = await body.ReadAtLeastAsync(buffer.AsMemory(kept), room, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
                bool isFinal = count < room;
                int start = read == 0 && buffer.AsSpan(0, count).StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
                read += count;
                if (read > maxLength)
                {
                    throw WebhookFault.TooLong(maxLength);
                }

                int end = kept + count;
                int used = start + finder.Read(buffer.AsSpan(start, end - start), isFinal);
                if (isFinal)
                {
                    return finder.ScanId;
                }

                kept = end - used;
                buffer.AsSpan(used, kept).CopyTo(buffer);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Grown(byte[] buffer)
    {
        if (buffer.Length >= MaxBuffer)
        {
            throw WebhookFault.Create($"holds a single value of more than {MaxBuffer} bytes");
        }

        byte[] larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger.AsSpan());
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
