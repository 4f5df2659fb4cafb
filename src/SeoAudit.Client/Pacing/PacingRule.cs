namespace SeoAudit.Client.Pacing;

/// <summary>No more than so many in any period.</summary>
/// <param name="Setting">The setting that says so, below the service's section.</param>
/// <param name="Permits">How many; at least one.</param>
/// <param name="Period">The length of every period, wherever it begins; null for calendar months in UTC.</param>
internal readonly record struct PacingRule(string Setting, int Permits, TimeSpan? Period);
