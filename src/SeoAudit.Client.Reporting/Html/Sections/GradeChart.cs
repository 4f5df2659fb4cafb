using SeoAudit.Client.Reporting.Html.Markup;

namespace SeoAudit.Client.Reporting.Html.Sections;

/// <summary>How the audited pages spread over the grades; a picture, and the same as a table.</summary>
internal static class GradeChart
{
    private const int Shown = 7;
    private const int LongestGrade = 12;
    private const int Row = 28;
    private const int Left = 82;
    private const int Width = 230;

    public static void Write(HtmlText html, IReadOnlyList<GradeCount> grades, int audited)
    {
        if (grades.Count == 0)
        {
            return;
        }

        (string Name, int Count)[] rows = Rows(grades);
        int most = rows.Max(static row => row.Count);
        int height = (rows.Length * Row) + 6;
        html.Write($"""
            <figure class="card chart">
            <figcaption>Grades</figcaption>
            <svg width="440" height="{height}" viewBox="0 0 440 {height}" role="img" aria-labelledby="grades-title grades-text">
            <title id="grades-title">Pages by grade</title>
            <desc id="grades-text">{string.Join(", ", rows.Select(static row => $"{row.Name}: {Wording.Pages(row.Count)}"))}.</desc>

            """);
        for (var index = 0; index < rows.Length; index++)
        {
            (string name, int count) = rows[index];
            int width = Math.Max(2, (int)Math.Round((double)Width * count / most));
            int top = (index * Row) + 4;
            html.Write($"""
                <text class="tick" x="72" y="{top + 15}" text-anchor="end" font-size="13" fill="currentColor">{name}</text>
                <rect class="bar {GradeBand(name)}" x="{Left}" y="{top}" width="{width}" height="20" rx="3" fill="{Bands.Fill(GradeBand(name))}"/>
                <text class="count" x="{Left + width + 8}" y="{top + 15}" font-size="13" fill="currentColor">{Wording.Count(count)} ({Wording.Share(count, audited)})</text>

                """);
        }

        html.Write($"""</svg><table class="unseen"><caption>Pages by grade</caption><thead><tr><th scope="col">Grade</th><th scope="col">Pages</th></tr></thead><tbody>""");
        foreach ((string name, int count) in rows)
        {
            html.Write($"""<tr><th scope="row"><bdi>{name}</bdi></th><td>{Wording.Count(count)}</td></tr>""");
        }

        html.Write($"</tbody></table></figure>\n");
    }

    private static (string Name, int Count)[] Rows(IReadOnlyList<GradeCount> grades)
    {
        (string Name, int Count)[] rows =
            [.. grades.Select(static grade => (grade.Grade is { } given ? Wording.Excerpt(given.Value, LongestGrade) : "No grade", grade.Count))];
        return rows.Length <= Shown ? rows : [.. rows[..(Shown - 1)], ("Others", rows[(Shown - 1)..].Sum(static row => row.Count))];
    }

    private static string GradeBand(string grade) => grade.ToUpperInvariant() switch
    {
        "A" or "A+" or "A-" or "B" or "B+" or "B-" => "good",
        "C" or "C+" or "C-" => "fair",
        "D" or "D+" or "D-" or "E" or "F" => "poor",
        _ => "none",
    };
}
