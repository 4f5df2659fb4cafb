using Microsoft.Extensions.Options;
using SeoAudit.Client.Caching;
using SeoAudit.Client.Http;
using SeoAudit.Client.Operations;

namespace SeoAudit.Client.Configuration;

/// <summary>Checks all settings and names every fault in one message; keys themselves are never quoted.</summary>
internal sealed class SeoAuditOptionsValidator : IValidateOptions<SeoAuditOptions>
{
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromHours(1);

    public ValidateOptionsResult Validate(string? name, SeoAuditOptions options)
    {
        List<string> faults =
        [
            .. TenantFaults(options.Tenant),
            .. Faults("SeoPeek", "ApiKey", options.SeoPeek),
            .. PlanFaults("SeoPeek", options.SeoPeek.Plan),
            .. QuotaFaults("SeoPeek:DailyQuota", options.SeoPeek.DailyQuota),
            .. Faults("Seogent", "ApiToken", options.Seogent),
            .. QuotaFaults("Seogent:ScansPerMinute", options.Seogent.ScansPerMinute),
            .. Faults("Seogent:Polling", options.Seogent.Polling),
            .. Faults("MetricSpot", "ApiKey", options.MetricSpot),
            .. PlanFaults("MetricSpot", options.MetricSpot.Plan),
            .. QuotaFaults("MetricSpot:MonthlyQuota", options.MetricSpot.MonthlyQuota),
            .. SpacingFaults("MetricSpot:Spacing", options.MetricSpot.Spacing),
            .. Faults("MetricSpot:Polling", options.MetricSpot.Polling),
            .. Faults("MetricSpot:PdfPolling", options.MetricSpot.PdfPolling),
        ];
        if (faults.Count == 0)
        {
            return ValidateOptionsResult.Success;
        }

        string prefix = string.IsNullOrEmpty(name) ? SeoAuditOptions.SectionName : $"{SeoAuditOptions.SectionName} '{name}'";
        return ValidateOptionsResult.Fail(faults.Select(fault => $"{prefix}:{fault}"));
    }

    private static IEnumerable<string> Faults(string section, string keyName, ServiceOptions options)
    {
        if (options.BaseAddress is not { IsAbsoluteUri: true, UserInfo: "", Query: "", Fragment: "" } address
            || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            yield return $"{section}:BaseAddress must be an absolute http(s) URL without user name, query and fragment.";
        }
        else if (address.AbsolutePath.StartsWith("//", StringComparison.Ordinal))
        {
            // What is appended to such a path is read as the address of another host.
            yield return $"{section}:BaseAddress must have a path that begins with one slash.";
        }
        else if (!KeyDestination.IsSafe(address))
        {
            yield return $"{section}:BaseAddress must use https, so that keys travel encrypted; http is only for loopback.";
        }

        if (options.Credential is { } key && !KeyDestination.IsHeaderText(key))
        {
            yield return $"{section}:{keyName} must hold visible ASCII characters only, without spaces or line ends.";
        }

        if (IsOutside(options.AttemptTimeout))
        {
            yield return $"{section}:AttemptTimeout must be between 0.1 seconds and 1 hour.";
        }

        if (IsOutside(options.TotalTimeout) || options.TotalTimeout < options.AttemptTimeout)
        {
            yield return $"{section}:TotalTimeout must be between 0.1 seconds and 1 hour, and not less than AttemptTimeout.";
        }

        if (options.MaxRetries is < 0 or > 10)
        {
            yield return $"{section}:MaxRetries must be between 0 and 10.";
        }

        if (options.RetryDelay < TimeSpan.Zero || options.RetryDelay > TimeSpan.FromSeconds(30))
        {
            yield return $"{section}:RetryDelay must be between 0 and 30 seconds.";
        }

        if (options.MaxResponseBytes is < 1024 or > 1024 * 1024 * 1024)
        {
            yield return $"{section}:MaxResponseBytes must be between 1 KiB and 1 GiB.";
        }

        if (options.MaxCompressionRatio is < 1 or > 1_000_000)
        {
            yield return $"{section}:MaxCompressionRatio must be between 1 and 1,000,000.";
        }

        if (options.MaxPacingWait < TimeSpan.Zero || options.MaxPacingWait > TimeSpan.FromDays(7))
        {
            yield return $"{section}:MaxPacingWait must be between 0 and 7 days.";
        }

        if (options.PacingQueueLimit is < 0 or > 100_000)
        {
            yield return $"{section}:PacingQueueLimit must be between 0 and 100,000.";
        }
    }

    private static IEnumerable<string> PlanFaults<TPlan>(string section, TPlan? plan)
        where TPlan : struct, Enum =>
        plan is { } named && !Enum.IsDefined(named)
            ? [$"{section}:Plan must be one of {string.Join(", ", Enum.GetNames<TPlan>())}."]
            : [];

    private static IEnumerable<string> QuotaFaults(string setting, int? quota) =>
        quota is < 1 or > 1_000_000 ? [$"{setting} must be between 1 and 1,000,000."] : [];

    private static IEnumerable<string> SpacingFaults(string setting, TimeSpan spacing) =>
        spacing < TimeSpan.Zero || spacing > TimeSpan.FromHours(1) ? [$"{setting} must be between 0 and 1 hour."] : [];

    private static IEnumerable<string> TenantFaults(string? tenant)
    {
        if (tenant is not null && !CacheTenant.IsPlain(tenant))
        {
            yield return $"{nameof(SeoAuditOptions.Tenant)} {CacheTenant.Rule}";
        }
    }

    private static IEnumerable<string> Faults(string section, PollingOptions polling) =>
        PollingRules.Faults(polling.InitialDelay, polling.Interval, polling.MaxInterval, polling.Timeout)
            .Select(fault => $"{section}:{fault}");

    private static bool IsOutside(TimeSpan? timeout) => timeout < ShortestTimeout || timeout > LongestTimeout;
}
