using System.CommandLine;
using SeoAudit.Client;

namespace SeoAudit.Cli.Options;

/// <summary>Who audits, and how.</summary>
internal static class AuditOptions
{
    public static readonly Dictionary<string, AuditService> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["seopeek"] = AuditService.SeoPeek,
        ["seogent"] = AuditService.Seogent,
        ["metricspot"] = AuditService.MetricSpot,
    };

    public static readonly Option<AuditService?> Service = Values.Word(
        "--service", "NAME", "The service: seopeek (the default), seogent or metricspot.", Names);

    public static readonly Option<int?> Concurrency = Values.Count(
        "--concurrency", "N", 1, 1_000, "How many audits are in flight at a time, 1 to 1000; for seogent these are scans. By default 5, for seogent 3, for metricspot 100.");

    public static readonly Option<bool> Performance = Values.Switch(
        "--performance", "Has Core Web Vitals measured where the service does that on request (seogent), at its price.");

    public static readonly Option<bool> Accessibility = Values.Switch(
        "--accessibility", "Has accessibility checked where the service does that on request (seogent), at its price.");

    public static readonly Option<double?> PassThreshold = Values.Number(
        "--pass-threshold", "POINTS", 0, 100, "The score from which on a page counts as passed, 0 to 100. By default 70.");

    public static readonly Option<bool> Local = Values.Switch(
        "--local", "Audits a site on this machine with the built-in emulator of the services: no account is needed, and nothing leaves the machine.");

    public static IReadOnlyList<Option> All => [Service, Concurrency, Performance, Accessibility, PassThreshold, Local];

    public static string NameOf(AuditService service) => service switch
    {
        AuditService.SeoPeek => "SEOPeek",
        AuditService.Seogent => "SEOgent",
        _ => service.ToString(),
    };
}
