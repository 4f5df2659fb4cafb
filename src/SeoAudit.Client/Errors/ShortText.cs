namespace SeoAudit.Client;

/// <summary>The beginning of a text.</summary>
internal static class ShortText
{
    /// <summary>At most so many characters of a text, and never half of one that takes two.</summary>
    public static string Of(string text, int max) => text[..LengthOf(text, max)];

    /// <summary>How long that is.</summary>
    public static int LengthOf(string text, int max) =>
        text.Length <= max ? text.Length : char.IsHighSurrogate(text[max - 1]) ? max - 1 : max;
}
