using System.Globalization;

namespace SeoAudit.Client.Reporting.Markdown;

/// <summary>The verdict of the gate and what violates it.</summary>
internal static class GateSection
{
    private const int LongestList = 20;
    private const int PagesListed = 5;

    public static void AddTo(MarkdownDocument document, QualityGateResult result)
    {
        int violated = result.Violations.Count;
        string verdict = result switch
        {
            { Rules.Count: 0 } => "The quality gate has no rules.",
            { IsPassed: true } => string.Create(CultureInfo.InvariantCulture, $"✅ **Quality gate passed.** Rules kept: {result.Rules.Count}."),
            _ => string.Create(CultureInfo.InvariantCulture, $"❌ **Quality gate failed.** Rules violated: {violated} of {result.Rules.Count}."),
        };
        document.TryAdd($"\n{verdict}\n");
        string head = "\n";
        foreach (GateViolation violation in result.Violations.Take(LongestList))
        {
            IEnumerable<string> pages = violation.Pages.Take(PagesListed).Select(static url => $"  - {MarkdownText.Link(url)}");
            document.AddLines($"{head}- **{MarkdownText.Code(violation.Rule)}** {violation.Message}\n", pages, violation.PageCount, static left => $"  - and {left} more");
            if (violation.PageCount == 0)
            {
                document.TryAdd($"{head}- **{MarkdownText.Code(violation.Rule)}** {violation.Message}\n");
            }

            head = string.Empty;
        }

        if (violated > LongestList)
        {
            document.TryAdd($"- and {MarkdownNumber.Count(violated - LongestList)} more rules\n");
        }
    }
}
