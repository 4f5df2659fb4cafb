namespace SeoAudit.Client.Reporting.Markdown;

/// <summary>A table under a heading.</summary>
/// <param name="heading">The heading with its marks; empty for none.</param>
/// <param name="columns">The names of the columns; one that starts with <c>&gt;</c> is set to the right.</param>
internal sealed class MarkdownTable(string heading, params string[] columns)
{
    private readonly List<string> _rows = [];

    public MarkdownTable Add(params string[] cells)
    {
        _rows.Add($"| {string.Join(" | ", cells)} |");
        return this;
    }

    /// <summary>Adds it to a document; a table without rows is left out.</summary>
    /// <param name="document">The document.</param>
    /// <param name="total">How many rows there would be altogether.</param>
    /// <param name="more">What there are more of, behind the number.</param>
    public void AddTo(MarkdownDocument document, long total, string more)
    {
        if (_rows.Count == 0)
        {
            return;
        }

        string names = string.Join(" | ", columns.Select(static column => column.TrimStart('>')));
        string lines = string.Join(" | ", columns.Select(static column => column[0] == '>' ? "---:" : "---"));
        string title = heading.Length == 0 ? string.Empty : $"\n{heading}\n";
        document.AddLines($"{title}\n| {names} |\n| {lines} |\n", _rows, total, left => $"\n…and {left} {more}.");
    }

    public void AddTo(MarkdownDocument document) => AddTo(document, _rows.Count, string.Empty);
}
