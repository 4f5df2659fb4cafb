using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace SeoAudit.Emulator.Auditing.Accessibility;

/// <summary>
/// A document as assistive technology meets it, as far as its markup tells. Answers are kept, so that elements which
/// refer to one another in great number still take linear time.
/// </summary>
internal sealed class AccessiblePage(IHtmlDocument document)
{
    private readonly Dictionary<INode, bool> _exposed = [];
    private readonly Dictionary<INode, bool> _namedByContent = [];
    private readonly Lazy<ILookup<string, IElement>> _byId = new(
        () => document.QuerySelectorAll("[id]").ToLookup(element => element.Id!, StringComparer.Ordinal));

    public IHtmlDocument Document => document;

    /// <summary>The elements of each id, empty ids left out.</summary>
    public IEnumerable<IGrouping<string, IElement>> Ids => _byId.Value.Where(group => group.Key.Trim().Length > 0);

    public IElement? ById(string id) => _byId.Value[id].FirstOrDefault();

    /// <summary>The elements that are not hidden.</summary>
    public IEnumerable<IElement> Exposed(string selectors) => document.QuerySelectorAll(selectors).Where(IsExposed);

    /// <summary>Whether ARIA or a title names the element.</summary>
    public bool IsLabelled(IElement element) => ElementFacts.IsLabelled(element)
        || ElementFacts.Words(element, "aria-labelledby").Select(ById).OfType<IElement>().Any(IsNamedDirectly);

    /// <summary>Whether ARIA, a title or its content names the element.</summary>
    public bool HasName(IElement element) => IsLabelled(element) || IsNamedByContent(element);

    private bool IsExposed(IElement element)
    {
        if (!_exposed.TryGetValue(element, out bool exposed))
        {
            exposed = !ElementFacts.IsHidden(element) && (element.ParentElement is not { } parent || IsExposed(parent));
            _exposed.Add(element, exposed);
        }

        return exposed;
    }

    // References are followed once only, as browsers do; they may well form circles.
    private bool IsNamedDirectly(IElement element) => ElementFacts.IsLabelled(element) || IsNamedByContent(element);

    private bool IsNamedByContent(IElement element)
    {
        if (!_namedByContent.TryGetValue(element, out bool named))
        {
            named = element.ChildNodes.Any(Names);
            _namedByContent.Add(element, named);
        }

        return named;
    }

    private bool Names(INode child) => child switch
    {
        IText text => ElementFacts.Says(text.Data),
        IElement element when ElementFacts.IsHidden(element) => false,
        IElement { LocalName: "img" or "area" } image => ElementFacts.Says(image.GetAttribute("alt")) || ElementFacts.IsLabelled(image),
        IElement { LocalName: "input" } input => ElementFacts.Says(input.GetAttribute("value")) || ElementFacts.IsLabelled(input),
        IElement element => IsNamedDirectly(element),
        _ => false,
    };
}
