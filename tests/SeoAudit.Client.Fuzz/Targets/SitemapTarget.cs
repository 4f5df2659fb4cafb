using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using SeoAudit.Client.Fuzz.Mutations;
using SeoAudit.Client.Sitemaps;

namespace SeoAudit.Client.Fuzz.Targets;

/// <summary>
/// Documents with a line of equals signs between them: a robots.txt or a sitemap, and what is asked for after it. However the bytes
/// come, what is read from them is the same.
/// </summary>
internal sealed partial class SitemapTarget(string name, string address, IGrammar grammar, bool isPacked = false, string? corpus = null)
    : FuzzTarget(name, corpus ?? name, grammar)
{
    private const int MaxEntries = 20_000;

    private static readonly byte[] Separator = "\n=====\n"u8.ToArray();

    // What gzip unpacks to may be so many times as long.
    public override long BytesPerByte => 400_000;

    public override async Task<object?> ReadAsync(byte[] input)
    {
        byte[][] documents = [.. Split(input).Select(document => isPacked ? Packed(document) : document)];
        (List<SitemapEntry> entries, Exception? failure) = await ReadAsync(documents, int.MaxValue);
        (List<SitemapEntry> again, Exception? other) = await ReadAsync(documents, input.Length < 4_096 ? (input.Length % 7) + 1 : 1_000);
        // Of what is broken within its compression, more is read, and seen of the break, where less is read ahead.
        bool isPacking = IsBrokenPacking(failure) || IsBrokenPacking(other);
        int common = isPacking ? Math.Min(entries.Count, again.Count) : int.MaxValue;
        BrokenPromiseException.ThrowIf(
            (!isPacking && Words(failure) != Words(other))
            || !entries.Take(common).Select(Text).SequenceEqual(again.Take(common).Select(Text), StringComparer.Ordinal),
            $"In pieces, it reads otherwise: {entries.Count} and {again.Count} entries, {failure} and {other}");
        return failure is null ? entries : throw failure;
    }

    public override bool IsDocumented(Exception exception) => exception is SeoAuditException;

    private async Task<(List<SitemapEntry> Entries, Exception? Failure)> ReadAsync(byte[][] documents, int piece)
    {
        var entries = new List<SitemapEntry>();
        var faults = new List<SitemapFault>();
        var options = new SitemapOptions
        {
            Faults = new Collector(faults),
            MaxBytesPerSitemap = 4 * 1024 * 1024,
            Hosts = documents.Length % 2 == 0 ? ["*.example.com", "example.com"] : [],
            Exclude = ["/private*$"],
            ModifiedSince = documents.Length % 3 == 0 ? DateTimeOffset.UnixEpoch : null,
        };
        try
        {
            await foreach (SitemapEntry entry in new SitemapReader(new PageStore(documents, piece)).ReadAsync(new Uri(address), options, CancellationToken.None))
            {
                BrokenPromiseException.ThrowIf(entry.Location is not { IsAbsoluteUri: true, Scheme: "http" or "https" }, $"{entry.Location} is no page.");
                BrokenPromiseException.ThrowIf(entry.Priority is < 0 or > 1, $"{entry.Priority} is no priority.");
                entries.Add(entry);
                if (entries.Count == MaxEntries)
                {
                    break;
                }
            }
        }
        catch (SeoAuditException exception)
        {
            return (entries, exception);
        }

        return (entries, null);
    }

    private static bool IsBrokenPacking(Exception? failure) => failure?.Message.Contains("its gzip compression", StringComparison.Ordinal) == true;

    // The platform's reader counts a line twice where the white space before a broken end tag comes in two pieces.
    private static string? Words(Exception? failure) => failure is null ? null : Position().Replace(failure.Message, string.Empty);

    [GeneratedRegex(@" \(line [0-9]+, column [0-9]+\)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Position();

    private static string Text(SitemapEntry entry) =>
        $"{entry.Location.OriginalString} {entry.LastModified:O} {entry.ChangeFrequency} {entry.Priority} {string.Join(' ', entry.Alternates)} {entry.Sitemap}";

    private static IEnumerable<byte[]> Split(byte[] input)
    {
        int from = 0;
        for (int length; (length = input.AsSpan(from).IndexOf(Separator)) >= 0; from += length + Separator.Length)
        {
            yield return input[from..(from + length)];
        }

        yield return input[from..];
    }

    private static byte[] Packed(byte[] document)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(document);
        }

        return packed.ToArray();
    }

    private sealed class Collector(List<SitemapFault> faults) : IProgress<SitemapFault>
    {
        public void Report(SitemapFault value)
        {
            BrokenPromiseException.ThrowIf(value.Text is { Length: > 200 } || value.LineNumber < 0, $"{value} says too much.");
            faults.Add(value);
        }
    }
}
