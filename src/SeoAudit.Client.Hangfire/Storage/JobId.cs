using System.Buffers;
using System.Security.Cryptography;

namespace SeoAudit.Client.Hangfire.Storage;

/// <summary>Ids that nobody guesses. Nothing else ever becomes part of a key.</summary>
internal static class JobId
{
    private const int Length = 32;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    public static string New() => RandomNumberGenerator.GetHexString(Length, lowercase: true);

    public static bool IsValid(string id) => id.Length == Length && id.AsSpan().IndexOfAnyExcept(Digits) < 0;
}
