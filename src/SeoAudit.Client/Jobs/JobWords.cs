namespace SeoAudit.Client.Jobs;

/// <summary>The member names and values of what a job stores; never changed.</summary>
internal static class JobWords
{
    public const string Index = "i";
    public const string Url = "url";
    public const string Status = "status";
    public const string Origin = "origin";
    public const string Threshold = "threshold";
    public const string Passed = "passed";
    public const string Credits = "credits";
    public const string Audit = "audit";
    public const string Error = "error";

    /// <summary>Where the audit or error stands in the journal.</summary>
    public const string Place = "at";
}
