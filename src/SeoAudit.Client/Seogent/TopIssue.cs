namespace SeoAudit.Client.Seogent;

/// <summary>An issue and how often it was found.</summary>
public sealed record TopIssue
{
    /// <summary>The issue in words.</summary>
    public string Issue
    {
        get => field ?? string.Empty;
        init;
    }

    /// <summary>The number of pages that have it.</summary>
    public int Count { get; init; }
}
