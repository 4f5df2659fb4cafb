namespace SeoAudit.Client.Reporting;

/// <summary>What there is to know of formats.</summary>
public static class ReportFormats
{
    private static readonly Dictionary<string, ReportFormat> ByEnding = new(StringComparer.OrdinalIgnoreCase)
    {
        [".csv"] = ReportFormat.Csv,
        [".json"] = ReportFormat.Json,
        [".jsonl"] = ReportFormat.JsonLines,
        [".ndjson"] = ReportFormat.JsonLines,
        [".md"] = ReportFormat.Markdown,
        [".xml"] = ReportFormat.JUnit,
        [".sarif"] = ReportFormat.Sarif,
        [".html"] = ReportFormat.Html,
        [".htm"] = ReportFormat.Html,
    };

    /// <summary>The format that a file's name tells.</summary>
    /// <param name="path">The file's name, with or without its folder.</param>
    /// <param name="format">The format.</param>
    /// <returns>Whether its ending is one that tells.</returns>
    public static bool TryFromPath(string path, out ReportFormat format)
    {
        ArgumentNullException.ThrowIfNull(path);

        // As code-scanning pages and their tools name it.
        string name = path.EndsWith(".sarif.json", StringComparison.OrdinalIgnoreCase) ? path[..^".json".Length] : path;
        return ByEnding.TryGetValue(Path.GetExtension(name), out format);
    }

    /// <summary>The format that a file's name tells.</summary>
    /// <param name="path">The file's name, with or without its folder.</param>
    /// <returns>The format.</returns>
    /// <exception cref="ArgumentException">Its ending is none of those that tell.</exception>
    public static ReportFormat FromPath(string path) => TryFromPath(path, out ReportFormat format)
        ? format
        : throw new ArgumentException($"The name of the file \"{path}\" does not tell the format of the report: it ends in none of {string.Join(", ", ByEnding.Keys)}.", nameof(path));
}
