using System.Buffers;
using System.Text;
using SeoAudit.Client.Urls;

namespace SeoAudit.Client.Jobs;

/// <summary>The URLs of a job in a file: each as it was handed in, with a mark on those that came before.</summary>
internal static class JobInput
{
    // No URL that is written begins with it.
    private const string DuplicateMark = "\\=";

    private const int BufferSize = 64 * 1024;

    /// <summary>Writes a stream of URLs to its end.</summary>
    /// <returns>How many distinct ones there are, and how many that came before.</returns>
    /// <exception cref="ArgumentException">There is null among them.</exception>
    public static async Task<(int Total, int Duplicates)> WriteAsync(string path, IAsyncEnumerable<Uri> urls, CancellationToken cancellationToken)
    {
        var seen = new UrlSet();
        var (total, duplicates) = (0, 0);
        FileStream file = PrivateFile.Create(path);
        await using (file.ConfigureAwait(false))
        {
            var buffer = new ArrayBufferWriter<byte>(BufferSize);
            await foreach (Uri url in urls.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (url is null)
                {
                    throw new ArgumentException("'urls' must not hold null.", nameof(urls));
                }

                bool isNew = seen.Add(KeyOf(url));
                total += isNew ? 1 : 0;
                duplicates += isNew ? 0 : 1;
                Encoding.ASCII.GetBytes($"{(isNew ? string.Empty : DuplicateMark)}{UrlLine.Write(url)}\n", buffer);
                if (buffer.WrittenCount >= BufferSize)
                {
                    await file.WriteAsync(buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
                    buffer.ResetWrittenCount();
                }
            }

            await file.WriteAsync(buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
            file.Flush(flushToDisk: true);
        }

        return (total, duplicates);
    }

    /// <summary>What a run tells URLs apart by.</summary>
    public static string KeyOf(Uri url)
    {
        try
        {
            return PageUrl.Normalize(url, name: "url").AbsoluteUri;
        }
        catch (ArgumentException)
        {
            return url.OriginalString;
        }
    }

    /// <summary>Reads a line.</summary>
    /// <returns>The URL; null for one that came before.</returns>
    /// <exception cref="FormatException">It is none that was written here.</exception>
    public static Uri? Read(ReadOnlySpan<byte> line)
    {
        string text = Encoding.ASCII.GetString(line);
        return text.StartsWith(DuplicateMark, StringComparison.Ordinal) ? null : UrlLine.Read(text);
    }
}
