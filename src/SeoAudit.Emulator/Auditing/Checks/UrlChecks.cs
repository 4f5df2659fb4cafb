using System.Globalization;

namespace SeoAudit.Emulator.Auditing.Checks;

internal sealed class UrlChecks : IPageCheckGroup
{
    private const int LongUrl = 115;
    private const int FarTooLongUrl = 2000;
    private const int MostParameters = 2;

    private static readonly CheckDefinition Length = new("url_length", "URL Length", CheckCategory.Crawlability, 2);
    private static readonly CheckDefinition Case = new("url_lowercase", "URL in Lower Case", CheckCategory.Crawlability, 1);
    private static readonly CheckDefinition Underscores = new("url_underscores", "URL Without Underscores", CheckCategory.Crawlability, 1);
    private static readonly CheckDefinition Parameters = new("url_parameters", "URL Parameters", CheckCategory.Crawlability, 2);

    public IEnumerable<CheckResult> Run(AuditedPage page)
    {
        string path = Uri.UnescapeDataString(page.Url.AbsolutePath);
        int parameters = page.Url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Length;
        yield return JudgeLength(page.Url.AbsoluteUri.Length);
        yield return path.Any(char.IsUpper)
            ? Case.Warn("The path has capital letters; servers may take the other spelling for another page. Use lower case.", path)
            : Case.Pass("The path is in lower case.", path);
        yield return path.Contains('_', StringComparison.Ordinal)
            ? Underscores.Warn("The path has underscores, which do not separate words for search engines. Use hyphens.", path)
            : Underscores.Pass("The path has no underscores.", path);
        yield return parameters > MostParameters
            ? Parameters.Warn(
                $"The address has {parameters} query parameters. Keep to {MostParameters}, so that one page has one address.",
                parameters.ToString(CultureInfo.InvariantCulture))
            : Parameters.Pass($"The address has {parameters} query parameters.", parameters.ToString(CultureInfo.InvariantCulture));
    }

    private static CheckResult JudgeLength(int length)
    {
        string value = length.ToString(CultureInfo.InvariantCulture);
        return length switch
        {
            <= LongUrl => Length.Pass($"The address has {length} characters.", value),
            <= FarTooLongUrl => Length.Warn($"The address has {length} characters. Keep it within {LongUrl}.", value),
            _ => Length.Fail($"The address has {length} characters, more than some clients can handle. Keep it within {LongUrl}.", value),
        };
    }
}
