using SeoAudit.Client;

namespace SeoAudit.Cli.Accounts;

/// <summary>What a service still allows.</summary>
internal sealed record Allowance(AuditService Service, long? Left, long? Limit, DateTimeOffset? ResetsAt, string What);
