using AngleSharp.Dom;

namespace SeoAudit.Emulator.Auditing;

/// <summary>Where a page points to; each address once, in document order.</summary>
internal sealed record PageLinks(IReadOnlyList<Uri> Internal, IReadOnlyList<Uri> External, IReadOnlyList<Uri> Images)
{
    public static PageLinks Read(AuditedPage page)
    {
        var links = Distinct(page, "a[href], area[href]", "href").ToLookup(url => SiteScope.IsSame(url, page.Url));
        return new PageLinks([.. links[true]], [.. links[false]], [.. Distinct(page, "img[src]", "src")]);
    }

    private static IEnumerable<Uri> Distinct(AuditedPage page, string selector, string attribute) => page.Document
        .QuerySelectorAll(selector)
        .Select(element => element.GetAttribute(attribute)?.Trim())
        .Where(href => href is not null && !href.StartsWith('#'))
        .Select(page.Resolve)
        .OfType<Uri>()
        .DistinctBy(url => url.AbsoluteUri, StringComparer.Ordinal);
}
