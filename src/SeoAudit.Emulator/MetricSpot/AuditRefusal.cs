namespace SeoAudit.Emulator.MetricSpot;

/// <summary>Why an account may not start an audit now, and when it may again: null when the month's allowance is used.</summary>
internal sealed record AuditRefusal(string Message, DateTimeOffset? RetryAt);
