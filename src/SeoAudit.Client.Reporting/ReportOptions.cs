namespace SeoAudit.Client.Reporting;

/// <summary>What reports say beside the outcomes. Each format takes what it can show and ignores the rest.</summary>
public sealed record ReportOptions
{
    internal static readonly ReportOptions Default = new();

    /// <summary>The heading of the report (HTML, Markdown), and the name of its test suite (JUnit).</summary>
    /// <value><c>SEO audit</c> by default.</value>
    public string Title
    {
        get;
        init
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(value);
            field = value;
        }
    } = "SEO audit";

    /// <summary>An earlier run to compare with (HTML, Markdown, and the gate's regression rule). With one, a gist of each page is kept until the end.</summary>
    /// <value><see langword="null"/> by default: no comparison.</value>
    public AuditSnapshot? Baseline { get; init; }

    /// <summary>How the pages are matched with the <see cref="Baseline"/>.</summary>
    /// <value><see langword="null"/> by default: by their address.</value>
    public ComparisonOptions? Comparison { get; init; }

    /// <summary>The rules whose result the report states (HTML, Markdown, JUnit).</summary>
    /// <value><see langword="null"/> by default: no rules.</value>
    public QualityGate? Gate { get; init; }

    /// <summary>What a CSV file holds.</summary>
    public CsvReportOptions Csv
    {
        get => field ?? CsvReportOptions.Default;
        init;
    }

    /// <summary>What a JSON or JSON Lines file holds.</summary>
    public JsonReportOptions Json
    {
        get => field ?? JsonReportOptions.Default;
        init;
    }

    /// <summary>What a SARIF file holds.</summary>
    public SarifReportOptions Sarif
    {
        get => field ?? SarifReportOptions.Default;
        init;
    }

    /// <summary>The clock that says when the report was made.</summary>
    /// <value><see langword="null"/> by default: the system's.</value>
    public TimeProvider? TimeProvider { get; init; }
}
