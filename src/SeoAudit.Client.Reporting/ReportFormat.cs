namespace SeoAudit.Client.Reporting;

/// <summary>What a report is written as.</summary>
public enum ReportFormat
{
    /// <summary>Comma-separated values for spreadsheets, a page a row (<c>.csv</c>).</summary>
    Csv,

    /// <summary>One JSON object with the counts and all pages (<c>.json</c>).</summary>
    Json,

    /// <summary>JSON Lines, a page a line (<c>.jsonl</c>, <c>.ndjson</c>).</summary>
    JsonLines,

    /// <summary>A summary in GitHub Flavored Markdown, for a pull request's comment (<c>.md</c>).</summary>
    Markdown,

    /// <summary>JUnit XML, a page a test case (<c>.xml</c>).</summary>
    JUnit,

    /// <summary>SARIF 2.1.0, a failed check a result (<c>.sarif</c>).</summary>
    Sarif,

    /// <summary>A self-contained page for people (<c>.html</c>, <c>.htm</c>).</summary>
    Html,
}
