namespace SeoAudit.Emulator.Auditing.Checks;

/// <summary>What every document should declare about itself.</summary>
internal sealed class DocumentChecks : IPageCheckGroup
{
    private static readonly CheckDefinition Language = new("html_lang", "Document Language", CheckCategory.Content, 3);
    private static readonly CheckDefinition Viewport = new("viewport", "Viewport", CheckCategory.Meta, 5);
    private static readonly CheckDefinition Charset = new("charset", "Character Encoding", CheckCategory.Meta, 3);
    private static readonly CheckDefinition Doctype = new("doctype", "Doctype", CheckCategory.Content, 2);
    private static readonly CheckDefinition Favicon = new("favicon", "Favicon", CheckCategory.Meta, 1);

    public IEnumerable<CheckResult> Run(AuditedPage page)
    {
        yield return JudgeLanguage(page);
        yield return JudgeViewport(page);
        yield return JudgeCharset(page);
        yield return page.Document.Doctype is { } doctype && doctype.Name.Equals("html", StringComparison.OrdinalIgnoreCase)
            ? Doctype.Pass("The page has a doctype.", doctype.Name)
            : Doctype.Warn("The page has no HTML doctype. Begin it with <!DOCTYPE html>, or browsers fall back on old rules.");
        yield return page.Links("icon").Any(link => IsIcon(page, link.GetAttribute("href")))
            ? Favicon.Pass("The page names a favicon.")
            : Favicon.Warn("The page names no favicon. Add a link with rel=\"icon\"; results show it beside the title.");
    }

    private static bool IsIcon(AuditedPage page, string? href) =>
        page.Resolve(href) is not null || href?.StartsWith("data:", StringComparison.OrdinalIgnoreCase) == true;

    private static CheckResult JudgeLanguage(AuditedPage page)
    {
        string? language = page.Document.DocumentElement.GetAttribute("lang")?.Trim();
        if (string.IsNullOrEmpty(language))
            return Language.Fail("The html element does not say the page's language. Add a lang attribute.");
        return LanguageTag.IsWellFormed(language)
            ? Language.Pass("The page says its language.", language)
            : Language.Warn($"\"{language}\" is no language tag. Use one such as en or pt-BR.", language);
    }

    private static CheckResult JudgeViewport(AuditedPage page)
    {
        string? viewport = page.Meta("viewport");
        if (viewport is null)
            return Viewport.Fail("There is no viewport meta tag, so phones show the page zoomed out. Add width=device-width.");
        return viewport.Replace(" ", "", StringComparison.Ordinal).Contains("width=device-width", StringComparison.OrdinalIgnoreCase)
            ? Viewport.Pass("The page fits itself to the device.", viewport)
            : Viewport.Warn("The viewport has a fixed width. Use width=device-width.", viewport);
    }

    private static CheckResult JudgeCharset(AuditedPage page)
    {
        string? charset = page.Response.Charset?.Trim('"') ?? page.DeclaredCharset ?? CharsetIn(page.HttpEquiv("content-type"));
        if (charset is null)
            return Charset.Fail("The page does not say its character encoding. Add <meta charset=\"utf-8\">.");
        return charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || charset.Equals("utf8", StringComparison.OrdinalIgnoreCase)
            ? Charset.Pass("The page is in UTF-8.", charset)
            : Charset.Warn($"The page is in {charset}. Save it as UTF-8.", charset);
    }

    private static string? CharsetIn(string? contentType) =>
        contentType?.Split("charset=", 2, StringSplitOptions.TrimEntries) is [_, { Length: > 0 } charset] ? charset : null;
}
