using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using SeoAudit.Client.Reporting.Tests.Support;

namespace SeoAudit.Client.Reporting.Tests.JUnit;

/// <summary>A JUnit report as a strict reader finds it.</summary>
internal static class JUnitReport
{
    private static readonly XmlSchemaSet Schemas = ReadSchema();

    public static async Task<string> WriteAsync(IEnumerable<PageAuditOutcome> outcomes, ReportOptions? options = null) =>
        Encoding.UTF8.GetString(await BytesAsync(outcomes, options));

    public static async Task<byte[]> BytesAsync(IEnumerable<PageAuditOutcome> outcomes, ReportOptions? options = null)
    {
        using var output = new MemoryStream();
        await Outcomes.Stream([.. outcomes]).WriteReportAsync(ReportFormat.JUnit, output, options, TestContext.Current.CancellationToken);
        return output.ToArray();
    }

    public static async Task<XElement> ReadAsync(IEnumerable<PageAuditOutcome> outcomes, ReportOptions? options = null) =>
        Read(await BytesAsync(outcomes, options));

    /// <summary>Reads and holds it against the schema; a fault in either is thrown.</summary>
    public static XElement Read(byte[] report)
    {
        using XmlReader reader = XmlReader.Create(new MemoryStream(report), new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = Schemas });
        return XDocument.Load(reader).Root!;
    }

    public static XElement Suite(this XElement suites, int index = 0) => suites.Elements("testsuite").ElementAt(index);

    public static XElement Case(this XElement suites, int index = 0) => suites.Suite().Elements("testcase").ElementAt(index);

    public static string Text(this XElement element, string attribute) => element.Attribute(attribute)!.Value;

    private static XmlSchemaSet ReadSchema()
    {
        var schemas = new XmlSchemaSet();
        using XmlReader reader = XmlReader.Create(typeof(JUnitReport).Assembly.GetManifestResourceStream("junit.xsd")!);
        schemas.Add(targetNamespace: null, reader);
        schemas.Compile();
        return schemas;
    }
}
