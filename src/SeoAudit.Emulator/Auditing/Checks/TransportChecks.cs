using System.Globalization;
using AngleSharp.Dom;

namespace SeoAudit.Emulator.Auditing.Checks;

/// <summary>How the page and its parts travel. Plain http to this machine only warns, so that local sites can score well.</summary>
internal sealed class TransportChecks : IPageCheckGroup
{
    private const int MostRedirects = 1;

    private static readonly CheckDefinition Https = new("https", "HTTPS", CheckCategory.Indexability, 6);
    private static readonly CheckDefinition Mixed = new("mixed_content", "Mixed Content", CheckCategory.Content, 3);
    private static readonly CheckDefinition Redirects = new("redirects", "Redirects", CheckCategory.Crawlability, 2);

    public IEnumerable<CheckResult> Run(AuditedPage page)
    {
        yield return JudgeScheme(page.Url);
        yield return JudgeParts(page);
        yield return JudgeRedirects(page.Response.RedirectCount);
    }

    private static CheckResult JudgeScheme(Uri url)
    {
        if (url.Scheme is "https")
            return Https.Pass("The page comes over HTTPS.", url.Scheme);
        return url.IsLoopback
            ? Https.Warn("The page comes over plain HTTP, from this machine. Serve it over HTTPS once it is public.", url.Scheme)
            : Https.Fail("The page comes over plain HTTP. Serve it over HTTPS and redirect the old address.", url.Scheme);
    }

    private static CheckResult JudgeParts(AuditedPage page)
    {
        if (page.Url.Scheme is not "https")
            return Mixed.Pass("The page is not on HTTPS, so that its parts cannot be less safe than itself.");
        string[] plain = [.. Parts(page).Where(url => url.Scheme is "http").Select(url => url.AbsoluteUri).Distinct(StringComparer.Ordinal)];
        return plain.Length == 0
            ? Mixed.Pass("Every part of the page comes over HTTPS.")
            : Mixed.Fail($"{plain.Length} parts of the page come over plain HTTP. Browsers block them; use https addresses.", plain[0]);
    }

    private static IEnumerable<Uri> Parts(AuditedPage page)
    {
        const string withSource = "img[src], script[src], iframe[src], audio[src], video[src], source[src], embed[src], track[src]";
        IEnumerable<string?> sources = page.Document.QuerySelectorAll(withSource).Select(element => element.GetAttribute("src"));
        IEnumerable<string?> objects = page.Document.QuerySelectorAll("object[data]").Select(element => element.GetAttribute("data"));
        IEnumerable<string?> links = page.Links("stylesheet").Concat(page.Links("icon")).Select(link => link.GetAttribute("href"));
        return sources.Concat(objects).Concat(links).Select(page.Resolve).OfType<Uri>();
    }

    private static CheckResult JudgeRedirects(int count)
    {
        string value = count.ToString(CultureInfo.InvariantCulture);
        return count switch
        {
            0 => Redirects.Pass("The address answers without a redirect.", value),
            MostRedirects => Redirects.Warn("The address redirects. Link to the final address.", value),
            _ => Redirects.Fail($"The address redirects {count} times. Redirect once, to the final address.", value),
        };
    }
}
