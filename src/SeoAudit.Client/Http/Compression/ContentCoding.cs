using System.IO.Compression;
using System.Net.Http.Headers;

namespace SeoAudit.Client.Http.Compression;

/// <summary>
/// Unpacks answers here rather than in the platform's handler, which does not tell from how little it unpacked how much.
/// </summary>
internal static class ContentCoding
{
    private const string AcceptEncoding = "Accept-Encoding";
    private const string ContentEncoding = "Content-Encoding";

    // Not Brotli: it packs an honest list of findings to a thousandth, which cannot be told from a bomb.
    private const string Accepted = "gzip, deflate";

    // The low half of the first byte of what has a zlib header; without one it would be a reserved kind of block.
    private const int ZLibMethod = 8;

    public static void Offer(HttpRequestMessage request)
    {
        if (!request.Headers.NonValidated.Contains(AcceptEncoding))
        {
            request.Headers.TryAddWithoutValidation(AcceptEncoding, Accepted);
        }
    }

    /// <summary>Puts the unpacked content in the place of the packed one. An answer that came as it is stays so.</summary>
    public static void Unpack(HttpResponseMessage response, ServiceCall call)
    {
        if (response.Content.Headers.NonValidated.TryGetValues(ContentEncoding, out HeaderStringValues codings)
            && Unpacker(codings.ToString()) is { } unpack)
        {
            response.Content = new UnpackedContent(response.Content, unpack, call);
        }
    }

    /// <summary>Whether a header tells of the packed content, and nothing of the unpacked one.</summary>
    public static bool IsOfPacked(string header) => Is(header, ContentEncoding) || Is(header, "Content-Length");

    // Of several codings the last was done last.
    private static Unpack? Unpacker(string codings) => codings[(codings.LastIndexOf(',') + 1)..].Trim() switch
    {
        var gzip when Is(gzip, "gzip") || Is(gzip, "x-gzip") => static (packed, _) => new GZipStream(packed, CompressionMode.Decompress),
        var brotli when Is(brotli, "br") => static (packed, _) => new BrotliStream(packed, CompressionMode.Decompress),
        // Half of the world takes it to be without its zlib header.
        var deflate when Is(deflate, "deflate") => static (packed, first) => (first & 0x0F) == ZLibMethod
            ? new ZLibStream(packed, CompressionMode.Decompress)
            : new DeflateStream(packed, CompressionMode.Decompress),
        _ => null,
    };

    private static bool Is(string text, string expected) => string.Equals(text, expected, StringComparison.OrdinalIgnoreCase);
}
