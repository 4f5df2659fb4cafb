namespace SeoAudit.Client.Reporting;

/// <summary>What a CSV report holds. By default it is exactly what the SEOPeek guide's export writes.</summary>
public sealed record CsvReportOptions
{
    internal static readonly CsvReportOptions Default = new();

    private const string Delimiters = ",;\t|";

    /// <summary>The columns, from left to right; at least one.</summary>
    /// <value><see cref="CsvReportColumn.Guide"/> by default.</value>
    /// <exception cref="ArgumentException">There is none, or one is null.</exception>
    public IReadOnlyList<CsvReportColumn> Columns
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.Count == 0 || value.Any(static column => column is null))
            {
                throw new ArgumentException("'Columns' must hold at least one column and no null.", nameof(value));
            }

            field = [.. value];
        }
    } = CsvReportColumn.Guide;

    /// <summary>What stands between two cells: a comma, a semicolon, a tab or a vertical bar.</summary>
    /// <value>A comma by default.</value>
    /// <exception cref="ArgumentException">It is another character.</exception>
    public char Delimiter
    {
        get;
        init => field = Delimiters.Contains(value, StringComparison.Ordinal)
            ? value
            : throw new ArgumentException($"'Delimiter' is U+{(int)value:X4} and must be a comma, a semicolon, a tab or a vertical bar.", nameof(value));
    } = ',';

    /// <summary>Whether the file begins with a byte order mark, by which Excel knows that it is UTF-8.</summary>
    /// <value><see langword="false"/> by default.</value>
    public bool ByteOrderMark { get; init; }

    /// <summary>
    /// Whether text that a spreadsheet would run as a formula gets an apostrophe before it: what begins with <c>=</c>, <c>+</c>,
    /// <c>-</c>, <c>@</c>, their full-width forms, a tab or a carriage return, also behind white space, quotes and what cannot be seen.
    /// Numbers and times stay as they are.
    /// </summary>
    /// <value><see langword="true"/> by default. Turn it off only for a reader that is no spreadsheet.</value>
    public bool NeutralizeFormulas { get; init; } = true;
}
