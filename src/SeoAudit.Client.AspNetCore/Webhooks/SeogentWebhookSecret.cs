using System.Security.Cryptography;
using System.Text;

namespace SeoAudit.Client.AspNetCore;

/// <summary>Makes secrets for <see cref="SeogentWebhookOptions.Secrets"/>.</summary>
public static class SeogentWebhookSecret
{
    internal const int MinLength = 32;
    internal const int MaxLength = 256;

    /// <summary>Makes a secret of 256 random bits.</summary>
    /// <returns>64 hexadecimal digits. Keep it where keys are kept: a secret that changes with every start refuses the webhooks of scans started before.</returns>
    public static string Generate() => Convert.ToHexString(RandomNumberGenerator.GetBytes(32));

    /// <summary>Compares with every secret, in a time that says nothing of how much of which one fits.</summary>
    internal static bool Matches(string given, IEnumerable<string> secrets)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> known = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(given), hash);
        var matches = false;
        foreach (string secret in secrets)
        {
            SHA256.HashData(Encoding.UTF8.GetBytes(secret), known);
            matches |= CryptographicOperations.FixedTimeEquals(hash, known);
        }

        return matches;
    }
}
