using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SeoAudit.Emulator.Auditing.Accessibility;
using SeoAudit.Emulator.Auditing.Fetching;

namespace SeoAudit.Emulator.Auditing;

/// <summary>A parsed page and how it was answered: what checks look at.</summary>
internal sealed class AuditedPage
{
    private readonly Lazy<IElement[]> _metas;
    private readonly Lazy<IElement[]> _headLinks;

    public AuditedPage(FetchedPage fetched, IHtmlDocument document)
    {
        Response = fetched.Response;
        Html = fetched.Html;
        Document = document;
        _metas = new(() => [.. document.QuerySelectorAll("meta")]);
        _headLinks = new(() => [.. document.QuerySelectorAll("link[rel]")]);
        BaseUrl = document.QuerySelector("base[href]")?.GetAttribute("href") is { } href
            && Uri.TryCreate(Url, href.Trim(), out Uri? address) && SiteScope.IsWeb(address) ? address : Url;
        Metadata = new PageMetadata(
            Present(document.QuerySelector("head > title")?.TextContent),
            Meta("description"),
            Links("canonical").Select(link => Present(link.GetAttribute("href"))).FirstOrDefault(text => text is not null),
            Property("og:title"),
            Property("og:description"),
            Property("og:image"));
        WordCount = VisibleText.CountWords(document);
        Outgoing = PageLinks.Read(this);
    }

    public FetchedResource Response { get; }

    public string Html { get; }

    public IHtmlDocument Document { get; }

    public Uri Url => Response.FinalUrl;

    /// <summary>What relative addresses on the page are relative to.</summary>
    public Uri BaseUrl { get; }

    public PageMetadata Metadata { get; }

    public int WordCount { get; }

    public PageLinks Outgoing { get; }

    /// <summary>The content of the first meta element of that name that says anything.</summary>
    public string? Meta(string name) => MetaContents("name", name).FirstOrDefault();

    public IEnumerable<string> Metas(string name) => MetaContents("name", name);

    /// <summary>An Open Graph property; many sites write it as a name, and readers take it.</summary>
    public string? Property(string property) => MetaContents("property", property).FirstOrDefault() ?? Meta(property);

    /// <summary>The content of <c>meta http-equiv</c>.</summary>
    public string? HttpEquiv(string name) => MetaContents("http-equiv", name).FirstOrDefault();

    public string? DeclaredCharset =>
        _metas.Value.Select(meta => Present(meta.GetAttribute("charset"))).FirstOrDefault(text => text is not null);

    /// <summary>The link elements that have <paramref name="relation"/> among their relations.</summary>
    public IEnumerable<IElement> Links(string relation) =>
        _headLinks.Value.Where(link => ElementFacts.Words(link, "rel").Contains(relation, StringComparer.OrdinalIgnoreCase));

    /// <summary>The absolute web address that <paramref name="href"/> means on this page, without a fragment.</summary>
    public Uri? Resolve(string? href) =>
        Present(href) is { } text && Uri.TryCreate(BaseUrl, text, out Uri? url) && SiteScope.IsWeb(url)
            ? SiteScope.WithoutFragment(url)
            : null;

    private IEnumerable<string> MetaContents(string attribute, string name) => _metas.Value
        .Where(meta => string.Equals(meta.GetAttribute(attribute)?.Trim(), name, StringComparison.OrdinalIgnoreCase))
        .Select(meta => Present(meta.GetAttribute("content")))
        .OfType<string>();

    private static string? Present(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
