namespace SeoAudit.Cli.Accounts;

/// <summary>A scan or audit in a service's list.</summary>
internal sealed record QueuedWork(string Id, string Status, string? Target, double? Score, DateTimeOffset? QueuedAt);
