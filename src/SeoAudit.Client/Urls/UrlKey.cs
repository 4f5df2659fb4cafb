using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace SeoAudit.Client.Urls;

/// <summary>The first 128 bits of the SHA-256 of a URL's text in UTF-8: 16 bytes that stand for it.</summary>
/// <remarks>
/// Two URLs are told apart for all purposes: the odds that any two among a million share a key are 1 in 7 × 10²⁶, and to make two
/// that do takes some 2⁶⁴ attempts.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct UrlKey(ulong High, ulong Low)
{
    private const int MaxStackBytes = 1_024;

    /// <summary>The key of a text. Compares texts as they are: normalise first.</summary>
    public static UrlKey Of(string url)
    {
        int size = Encoding.UTF8.GetMaxByteCount(url.Length);
        byte[]? rented = size > MaxStackBytes ? ArrayPool<byte>.Shared.Rent(size) : null;
        Span<byte> bytes = rented ?? stackalloc byte[MaxStackBytes];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(url, bytes)], hash);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return new UrlKey(BinaryPrimitives.ReadUInt64BigEndian(hash), BinaryPrimitives.ReadUInt64BigEndian(hash[8..]));
    }
}
