using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BulkAuditApi.Contract;

/// <summary>The pages to audit. The ranges are checked by <see cref="Validation.RequestRules"/>; here they are for the OpenAPI document.</summary>
internal sealed record BulkAuditRequest
{
    public const int MaxUrls = 200;
    public const int MaxConcurrency = 20;

    [Required]
    [MinLength(1)]
    [MaxLength(MaxUrls)]
    [Description("The pages: absolute http or https addresses.")]
    public IReadOnlyList<string> Urls { get; init; } = [];

    [Range(1, MaxConcurrency)]
    [DefaultValue(5)]
    [Description("How many audits are in flight at most.")]
    public int Concurrency { get; init; } = 5;

    [DefaultValue(ExportFormat.Json)]
    [Description("What /api/audit/export answers with.")]
    public ExportFormat ExportFormat { get; init; }

    /// <summary>The addresses of a request that has passed the rules.</summary>
    public IReadOnlyList<Uri> Pages() => [.. Urls.Select(static url => new Uri(url, UriKind.Absolute))];
}
