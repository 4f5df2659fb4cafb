using System.Globalization;
using System.Text;
using System.Xml;
using SeoAudit.Client.Reporting.Output;

namespace SeoAudit.Client.Reporting.JUnit;

/// <summary>A quality gate as a test suite, a rule a test case.</summary>
internal static class JUnitGateSuite
{
    public static void Write(XmlWriter xml, QualityGateResult result, DateTimeOffset startedAt)
    {
        ILookup<string, GateViolation> violations = result.Violations.ToLookup(static violation => violation.Rule, StringComparer.Ordinal);
        string[] rules = [.. result.Rules.Concat(violations.Select(static rule => rule.Key)).Distinct(StringComparer.Ordinal)];
        var suite = new JUnitSuite(1, "quality gate") { Tests = rules.Length, Failures = violations.Count, StartedAt = startedAt };
        suite.WriteStart(xml, []);
        foreach (string rule in rules)
        {
            WriteCase(xml, rule, [.. violations[rule]]);
        }

        JUnitSuite.WriteStartOfOutput(xml);
        JUnitSuite.WriteEndOfOutput(xml);
    }

    private static void WriteCase(XmlWriter xml, string rule, GateViolation[] violations)
    {
        JUnitTestCase.WriteStart(xml, rule, "seoaudit.QualityGate");
        if (violations.Length > 0)
        {
            JUnitTestCase.WriteVerdict(
                xml, "failure", "rule_violated", string.Join(" ", violations.Select(static violation => violation.Message)), PagesOf(violations));
        }

        xml.WriteEndElement();
    }

    private static string PagesOf(GateViolation[] violations)
    {
        var text = new StringBuilder("\n");
        foreach (GateViolation violation in violations)
        {
            foreach (Uri page in violation.Pages)
            {
                text.Append(ShownAddress.Of(page)).Append('\n');
            }

            int further = violation.PageCount - violation.Pages.Count;
            if (further > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"and {further} more\n");
            }
        }

        return text.ToString();
    }
}
