using System.Globalization;
using AngleSharp.Dom;

namespace SeoAudit.Emulator.Auditing.Checks;

internal sealed class HeadingChecks : IPageCheckGroup
{
    private static readonly CheckDefinition Single = new("h1", "H1 Heading", CheckCategory.Content, 7);
    private static readonly CheckDefinition Order = new("heading_order", "Heading Order", CheckCategory.Content, 3);

    public IEnumerable<CheckResult> Run(AuditedPage page)
    {
        IElement[] headings = [.. page.Document.QuerySelectorAll("h1, h2, h3, h4, h5, h6")];
        yield return JudgeSingle([.. headings.Where(heading => heading.LocalName is "h1")]);
        yield return JudgeOrder(headings);
    }

    private static CheckResult JudgeSingle(IElement[] mains) => mains switch
    {
        [] => Single.Fail("The page has no h1. Add one that says what the page is about."),
        [var only] when string.IsNullOrWhiteSpace(only.TextContent) && only.QuerySelector("img[alt]") is null =>
            Single.Fail("The h1 is empty. Let it say what the page is about."),
        [var only] => Single.Pass("The page has one h1.", only.TextContent.Trim()),
        _ => Single.Warn(
            $"The page has {mains.Length} h1 elements. Keep one and make the others h2.", mains.Length.ToString(CultureInfo.InvariantCulture)),
    };

    private static CheckResult JudgeOrder(IElement[] headings)
    {
        if (headings.Length == 0)
            return Order.Warn("The page has no headings. Divide its text with h1 to h6.");
        for (int i = 1; i < headings.Length; i++)
        {
            string before = headings[i - 1].LocalName, here = headings[i].LocalName;
            if (here[1] > before[1] + 1)
                return Order.Warn($"An {here} follows an {before}. Do not skip heading levels.", $"{before} > {here}");
        }

        return Order.Pass($"No level is skipped in {headings.Length} headings.");
    }
}
