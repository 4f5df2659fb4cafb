using System.CommandLine;
using SeoAudit.Cli.Options;
using SeoAudit.Cli.Running;
using SeoAudit.Client;

namespace SeoAudit.Cli.Scans;

/// <summary>Names what a service has queued.</summary>
internal static class ServiceIds
{
    public static readonly Argument<string> Id = new("ID") { Description = "The id of the scan or audit." };

    public static readonly Option<AuditService?> Service = Values.Word(
        "--service",
        "NAME",
        "Whose it is: seogent (the default) or metricspot.",
        new Dictionary<string, AuditService>(StringComparer.OrdinalIgnoreCase) { ["seogent"] = AuditService.Seogent, ["metricspot"] = AuditService.MetricSpot });

    public static AuditService ServiceOf(Invocation invocation) => invocation.Get(Service) ?? AuditService.Seogent;
}
