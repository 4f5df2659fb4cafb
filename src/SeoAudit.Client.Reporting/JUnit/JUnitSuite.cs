using System.Globalization;
using System.Xml;

namespace SeoAudit.Client.Reporting.JUnit;

/// <summary>The head of a test suite, with the counts of what follows.</summary>
/// <remarks>
/// It has what either of the two schemas in use asks for: the one of Apache Ant's reports wants an id, a package, a host and a time,
/// and knows no time zone; the one of Jenkins' xUnit plugin knows no attribute beside these.
/// </remarks>
internal sealed record JUnitSuite(int Id, string Name)
{
    public required int Tests { get; init; }

    public required int Failures { get; init; }

    public int Errors { get; init; }

    public int Skipped { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public TimeSpan Duration { get; init; }

    public void WriteStart(XmlWriter xml, IEnumerable<KeyValuePair<string, string>> properties)
    {
        xml.WriteWhitespace("\n  ");
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("id", Number(Id));
        xml.WriteAttributeString("package", "seoaudit");
        xml.WriteAttributeString("name", XmlText.Line(Name));
        xml.WriteAttributeString("tests", Number(Tests));
        xml.WriteAttributeString("failures", Number(Failures));
        xml.WriteAttributeString("errors", Number(Errors));
        xml.WriteAttributeString("skipped", Number(Skipped));
        xml.WriteAttributeString("timestamp", StartedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));

        // A report tells nothing of the machine that it was made on.
        xml.WriteAttributeString("hostname", "localhost");
        xml.WriteAttributeString("time", Duration.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture));
        xml.WriteWhitespace("\n    ");
        xml.WriteStartElement("properties");
        foreach ((string name, string value) in properties)
        {
            xml.WriteWhitespace("\n      ");
            xml.WriteStartElement("property");
            xml.WriteAttributeString("name", name);
            xml.WriteAttributeString("value", value);
            xml.WriteEndElement();
        }

        xml.WriteWhitespace("\n    ");
        xml.WriteEndElement();
    }

    public static void WriteStartOfOutput(XmlWriter xml)
    {
        xml.WriteWhitespace("\n    ");
        xml.WriteStartElement("system-out");
        xml.WriteString("\n");
    }

    public static void WriteEndOfOutput(XmlWriter xml)
    {
        xml.WriteEndElement();
        xml.WriteWhitespace("\n    ");
        xml.WriteElementString("system-err", string.Empty);
        xml.WriteWhitespace("\n  ");
        xml.WriteEndElement();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
