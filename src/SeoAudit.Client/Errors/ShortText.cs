namespace SeoAudit.Client;

/// <summary>The beginning of a text.</summary>
internal static class ShortText
{
    /// <summary>At most so many characters of a text, and never half of one that takes two.</summary>
    public static string Of(string text, int max) =>
        text.Length <= max ? text : text[..(char.IsHighSurrogate(text[max - 1]) ? max - 1 : max)];
}
