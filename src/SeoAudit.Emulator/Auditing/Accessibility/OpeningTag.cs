using AngleSharp.Dom;

namespace SeoAudit.Emulator.Auditing.Accessibility;

internal static class OpeningTag
{
    private const int MaxLength = 300;

    /// <summary>The element's own tag as HTML, without its content; cut where attributes hold whole files.</summary>
    public static string Of(IElement element)
    {
        string html = ((IElement)element.Clone(deep: false)).OuterHtml;
        string closing = $"</{element.LocalName}>";
        if (html.EndsWith(closing, StringComparison.Ordinal))
            html = html[..^closing.Length];
        if (html.Length <= MaxLength)
            return html;
        int end = MaxLength - 1;
        return html[..(char.IsHighSurrogate(html[end - 1]) ? end - 1 : end)] + "…";
    }
}
