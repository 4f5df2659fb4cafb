using SeoAudit.Client.Reporting.Html.Markup;

namespace SeoAudit.Client.Reporting.Html.Sections;

/// <summary>The verdict of the quality gate, with every rule that was violated.</summary>
internal static class GateSection
{
    private const int ListedPages = 10;

    public static void Write(HtmlText html, QualityGateResult? gate)
    {
        if (gate is null)
        {
            return;
        }

        html.Write($"""
            <section id="gate" class="card gate {(gate.IsPassed ? "good" : "poor")}" aria-labelledby="gate-title">
            <h2 id="gate-title"><span class="mark" aria-hidden="true"></span>Quality gate {(gate.IsPassed ? "passed" : "failed")}</h2>
            <p>{Sentence(gate)}</p>

            """);
        if (!gate.IsPassed)
        {
            html.Write($"""<ul class="violations">""");
            foreach (GateViolation violation in gate.Violations)
            {
                WriteViolation(html, violation);
            }

            html.Write($"</ul>\n");
        }

        html.Write($"</section>\n");
    }

    private static string Sentence(QualityGateResult gate) => (gate.IsPassed, gate.Rules.Count) switch
    {
        (true, 0) => "No rule was set.",
        (true, 1) => "Its one rule is kept.",
        (true, _) => $"All {gate.Rules.Count} rules are kept.",
        _ => $"{gate.Violations.Count} of {Math.Max(gate.Rules.Count, gate.Violations.Count)} rules violated.",
    };

    private static void WriteViolation(HtmlText html, GateViolation violation)
    {
        html.Write($"""<li><p><code><bdi>{violation.Rule}</bdi></code> <bdi>{Wording.Excerpt(violation.Message, 500)}</bdi></p>""");
        if (violation.Pages.Count > 0)
        {
            html.Write($"""<ul class="plain">""");
            foreach (Uri page in violation.Pages.Take(ListedPages))
            {
                html.Write($"<li>");
                html.WritePage(page);
                html.Write($"</li>");
            }

            int more = Math.Max(violation.PageCount, violation.Pages.Count) - Math.Min(violation.Pages.Count, ListedPages);
            if (more > 0)
            {
                html.Write($"""<li class="muted">and {Wording.Pages(more)} more</li>""");
            }

            html.Write($"</ul>");
        }

        html.Write($"</li>\n");
    }
}
