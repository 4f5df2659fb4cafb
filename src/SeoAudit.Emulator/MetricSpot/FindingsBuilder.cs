using System.Globalization;
using SeoAudit.Emulator.Auditing;
using SeoAudit.Emulator.MetricSpot.Wire;

namespace SeoAudit.Emulator.MetricSpot;

/// <summary>Sorts an analysis into MetricSpot's modules and adds the rules that only MetricSpot has.</summary>
internal static class FindingsBuilder
{
    private static readonly TimeSpan GoodLoad = TimeSpan.FromMilliseconds(2500);

    /// <param name="analysis">The page.</param>
    /// <param name="organicTraffic">Whether organic traffic is connected; anonymous runs pass the rule.</param>
    public static AuditFindings Build(PageAnalysis analysis, bool organicTraffic)
    {
        MetricSpotFinding[] findings =
        [
            .. analysis.Checks.Select(FromCheck),
            .. analysis.AccessibilityViolations.Select(FromViolation),
            .. OwnRules(analysis, organicTraffic),
        ];
        findings = [.. findings.DistinctBy(finding => finding.RuleId, StringComparer.Ordinal)];
        var scores = Modules.All.ToDictionary(module => module, module => ScoreOf(module, findings), StringComparer.Ordinal);
        return new AuditFindings(analysis.Score, scores, findings);
    }

    private static MetricSpotFinding FromCheck(CheckResult check)
    {
        string module = CheckModules.Of(check);
        string severity = check.Weight switch { >= 9 => "critical", >= 6 => "major", >= 3 => "minor", _ => "info" };
        if (check.Outcome == CheckOutcome.Warning && severity is "critical" or "major")
            severity = "minor";
        return new MetricSpotFinding(
            module,
            module + "." + check.Key,
            check.Outcome == CheckOutcome.Passed,
            severity,
            check.Name,
            check.Outcome == CheckOutcome.Passed ? null : check.Message,
            check.Value is null ? null : Data("value", check.Value));
    }

    private static MetricSpotFinding FromViolation(AccessibilityViolation violation) => new(
        Modules.Accessibility,
        Modules.Accessibility + "." + violation.Id.Replace('-', '_'),
        Passed: false,
        violation.Impact switch { "critical" => "critical", "serious" => "major", "moderate" => "minor", _ => "info" },
        violation.Help,
        violation.Nodes.Count > 0 ? violation.Nodes[0].FailureSummary : violation.Help,
        Data("elements", violation.Nodes.Count.ToString(CultureInfo.InvariantCulture)));

    private static IEnumerable<MetricSpotFinding> OwnRules(PageAnalysis page, bool organicTraffic)
    {
        int foreignImages = page.Images.Count(image => !string.Equals(image.Host, page.FinalUrl.Host, StringComparison.OrdinalIgnoreCase));
        string load = page.LoadTime.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture) + " ms";
        return
        [
            Rule(Modules.Technical, "https_enforced", page.FinalUrl.Scheme is "https", "critical",
                "HTTPS is enforced", "Serve the page over https and redirect http to it."),
            Rule(Modules.Performance, "document_load_time", page.LoadTime <= GoodLoad, "minor",
                "The document loads quickly", "Bring the load time of the document below 2.5 s.", Data("value", load)),
            Rule(Modules.Privacy, "no_foreign_images", foreignImages == 0, "minor",
                "Images come from the site itself", "Host images yourself: others learn of every visit otherwise.",
                Data("count", foreignImages.ToString(CultureInfo.InvariantCulture))),
            Rule(Modules.Social, "share_preview", page.Metadata.OgTitle is not null && page.Metadata.OgImage is not null, "minor",
                "Shared links have a preview", "Set og:title and og:image."),
            Rule(Modules.ModernSeo, "single_address", page.Metadata.Canonical is not null, "minor",
                "The page names its one address", "Add a canonical link."),
            Rule(Modules.AiReadability, "summary_available", page.Metadata is { Title: not null, Description: not null }, "minor",
                "Title and description sum the page up", "Give the page a title and a description that stand on their own."),
            Rule(Modules.Readability, "title_fits_on_one_line", page.Metadata.Title is { Length: <= 60 }, "info",
                "The title fits on one line", "Keep the title within 60 characters."),
            Rule(Modules.OnPage, "links_onwards", page.InternalLinks.Count > 0, "minor",
                "The page links to others of its site", "Add internal links."),
            Rule(Modules.Accessibility, "automated_rules", page.AccessibilityViolations.Count == 0, "major",
                "Automated accessibility rules pass", "Mend the violations that are listed."),
            Rule(Modules.TechStack, "shop_platform", passed: true, "info", "Shop platform", recommendation: null, Data("platform", null)),
            Rule(Modules.OrganicTraffic, "connected", organicTraffic, "info",
                "Organic traffic is connected", "Connect Google Analytics and Search Console."),
        ];
    }

    private static MetricSpotFinding Rule(
        string module, string rule, bool passed, string severity, string title, string? recommendation,
        IReadOnlyDictionary<string, string?>? data = null) =>
        new(module, module + "." + rule, passed, severity, title, passed ? null : recommendation, data);

    private static Dictionary<string, string?> Data(string name, string? value) =>
        new(StringComparer.Ordinal) { [name] = value };

    private static int ScoreOf(string module, MetricSpotFinding[] findings)
    {
        double total = 0;
        double passed = 0;
        foreach (MetricSpotFinding finding in findings.Where(finding => string.Equals(finding.Module, module, StringComparison.Ordinal)))
        {
            double weight = finding.Severity switch { "critical" => 10, "major" => 6, "minor" => 3, _ => 1 };
            total += weight;
            passed += finding.Passed ? weight : 0;
        }

        return total == 0 ? 100 : (int)Math.Round(100 * passed / total, MidpointRounding.AwayFromZero);
    }
}
