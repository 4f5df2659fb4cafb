using System.Globalization;
using System.Text;
using System.Xml;
using SeoAudit.Client.Reporting.Output;

namespace SeoAudit.Client.Reporting.JUnit;

/// <summary>A page as a test case.</summary>
internal static class JUnitTestCase
{
    public static void Write(XmlWriter xml, PageAuditOutcome outcome)
    {
        WriteStart(xml, ShownAddress.Of(outcome.Url), GroupOf(outcome));
        if (outcome.Audit is { } audit)
        {
            if (!outcome.IsPassed)
            {
                string message = string.Create(CultureInfo.InvariantCulture, $"The score is {audit.Score}, below {outcome.PassThreshold}.");
                WriteVerdict(xml, "failure", "score_below_threshold", message, DetailsOf(audit));
            }
        }
        else if (outcome.Status == OutcomeStatus.NotAttempted)
        {
            xml.WriteStartElement("skipped");
            xml.WriteAttributeString("message", XmlText.Line(outcome.Error!.Message + RetryText.Of(outcome)));
            xml.WriteEndElement();
        }
        else
        {
            WriteVerdict(xml, "error", OutcomeErrorKind.Of(outcome.Error!).Value, outcome.Error!.Message, DetailsOf(outcome, outcome.Error));
        }

        xml.WriteEndElement();
    }

    public static void WriteStart(XmlWriter xml, string name, string group)
    {
        xml.WriteWhitespace("\n    ");
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", XmlText.Line(group));
        xml.WriteAttributeString("name", XmlText.Line(name));

        // The schema of Apache Ant asks for it; how long a page took is not known.
        xml.WriteAttributeString("time", "0");
    }

    public static void WriteVerdict(XmlWriter xml, string verdict, string type, string message, string details)
    {
        xml.WriteStartElement(verdict);
        xml.WriteAttributeString("type", XmlText.Line(type));
        xml.WriteAttributeString("message", XmlText.Line(message));
        xml.WriteString(XmlText.Clean(details));
        xml.WriteEndElement();
    }

    // Jenkins takes what stands before the last dot for a package, so that pages are grouped by host and then by service.
    private static string GroupOf(PageAuditOutcome outcome) =>
        $"{(outcome.Url.IsAbsoluteUri ? outcome.Url.Authority : string.Empty)}.{outcome.Service?.ToString() ?? "NoService"}";

    private static string DetailsOf(PageAudit audit)
    {
        var text = new StringBuilder("\n");
        foreach (PageCheck check in audit.Checks)
        {
            if (check is not null && check.Status == CheckStatus.Failed)
            {
                text.Append("- ");
                if (!string.IsNullOrEmpty(check.Severity))
                {
                    text.Append('[').Append(check.Severity).Append("] ");
                }

                text.Append(check.Name).Append(": ").Append(check.Message).Append('\n');
            }
        }

        if (JUnitVitals.Describe(audit.CoreWebVitals) is { Length: > 0 } vitals)
        {
            text.Append(vitals).Append('\n');
        }

        return text.ToString();
    }

    private static string DetailsOf(PageAuditOutcome outcome, SeoAuditException error)
    {
        var text = new StringBuilder("\n");
        if (error.StatusCode is { } status)
        {
            text.Append(CultureInfo.InvariantCulture, $"HTTP status: {(int)status}\n");
        }

        if (error.ServiceMessage is { } words)
        {
            text.Append("The service said: ").Append(words).Append('\n');
        }

        if (error.RequestId is { } request)
        {
            text.Append("Request: ").Append(request).Append('\n');
        }

        text.Append(RetryText.Of(outcome).TrimStart());
        return text.Length > 1 ? text.ToString() : string.Empty;
    }
}
