using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SeoAudit.Emulator.Auditing;

/// <summary>Parses HTML as a browser without scripts would.</summary>
internal static class PageParser
{
    private const int MaxDepth = 512;

    /// <exception cref="PageFetchException">The elements are nested so deep that no real page is like it.</exception>
    public static IHtmlDocument Parse(string html)
    {
        IElement? last = null;
        var options = new HtmlParserOptions
        {
            // The parser's own limit flattens the tree but still takes time that is quadratic in the nesting.
            MaximumDepth = int.MaxValue,
            OnCreated = (element, _) =>
            {
                EnsureShallow(last);
                last = element;
            },
        };
        return new HtmlParser(options).ParseDocument(html);
    }

    // An element has no parent yet when it is announced, so the one before it is measured.
    private static void EnsureShallow(INode? node)
    {
        for (int depth = 0; node is not null; node = node.Parent)
        {
            if (++depth > MaxDepth)
            {
                throw new PageFetchException(
                    PageFetchFailure.NotAPage, FormattableString.Invariant($"Elements are nested more than {MaxDepth} deep."));
            }
        }
    }
}
