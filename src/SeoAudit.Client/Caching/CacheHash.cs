using System.Security.Cryptography;
using System.Text;

namespace SeoAudit.Client.Caching;

internal static class CacheHash
{
    // Of 128 bits no two will ever be found alike, and an audit says which page it is of.
    private const int Length = 16;

    public static string Of(string text)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        return Convert.ToHexString(hash.AsSpan(0, Length));
    }
}
