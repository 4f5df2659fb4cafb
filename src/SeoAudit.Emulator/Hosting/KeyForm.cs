namespace SeoAudit.Emulator.Hosting;

/// <summary>The documented form of keys: a prefix, then letters, digits, <c>_</c> and <c>-</c>.</summary>
internal static class KeyForm
{
    public static bool Matches(string key, string prefix, int minLength) =>
        key.StartsWith(prefix, StringComparison.Ordinal)
        && key.Length - prefix.Length >= minLength
        && key.AsSpan(prefix.Length).IndexOfAnyExcept(Allowed) < 0;

    private static readonly System.Buffers.SearchValues<char> Allowed =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");
}
