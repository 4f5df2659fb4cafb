using System.Globalization;
using Microsoft.AspNetCore.Http;
using SeoAudit.Emulator.Seogent.Wire;

namespace SeoAudit.Emulator.Seogent;

/// <summary>The validated query of <c>GET /scans/{id}/results</c>. <c>ScoreBelow</c> is what <c>min_severity</c> comes to.</summary>
internal sealed record ResultsQuery(bool IssuesOnly, int? ScoreBelow, int PerPage, SeogentCursor? Cursor)
{
    private const int DefaultPerPage = 100;

    public static ResultsQuery FirstPage { get; } = new(IssuesOnly: false, ScoreBelow: null, DefaultPerPage, Cursor: null);

    /// <summary>Null when there are faults.</summary>
    public static ResultsQuery? Read(IQueryCollection query, int pageSizeLimit, out List<(string Field, string Message)> faults)
    {
        faults = [];
        int perPage = Math.Min(DefaultPerPage, pageSizeLimit);
        if (query.TryGetValue("per_page", out var size)
            && (!int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out perPage) || perPage < 1 || perPage > pageSizeLimit))
        {
            faults.Add(("per_page", string.Create(CultureInfo.InvariantCulture, $"The per page must be between 1 and {pageSizeLimit}.")));
        }

        bool issuesOnly = false;
        switch (query["issues_only"].ToString())
        {
            case "true" or "1":
                issuesOnly = true;
                break;
            case "" or "false" or "0":
                break;
            default:
                faults.Add(("issues_only", "The issues only field must be true or false."));
                break;
        }

        int? scoreBelow = null;
        switch (query["min_severity"].ToString())
        {
            case "critical":
                scoreBelow = 50;
                break;
            case "high":
                scoreBelow = 70;
                break;
            case "medium":
                scoreBelow = 90;
                break;
            case "":
                break;
            default:
                faults.Add(("min_severity", "The selected min severity is invalid."));
                break;
        }

        SeogentCursor? cursor = null;
        if (query["cursor"].ToString() is { Length: > 0 } text && (cursor = ResultCursor.Read(text)) is null)
            faults.Add(("cursor", "The cursor is invalid."));
        return faults.Count > 0 ? null : new ResultsQuery(issuesOnly, scoreBelow, perPage, cursor);
    }
}
