using System.Text;

namespace SeoAudit.Client.Reporting;

/// <summary>
/// The JSON Schemas (draft 2020-12) of the reports, for validation elsewhere. They lie in the package's folder <c>schemas</c> too.
/// </summary>
public static class ReportSchemas
{
    /// <summary>The schema of a JSON report.</summary>
    public static string Json => Text("seoaudit-report.schema.json");

    /// <summary>The schema of one line of a JSON Lines report, which is that of a page of a JSON report.</summary>
    public static string JsonLines => Text("seoaudit-report-page.schema.json");

    private static string Text(string name)
    {
        using Stream content = typeof(ReportSchemas).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(content, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
