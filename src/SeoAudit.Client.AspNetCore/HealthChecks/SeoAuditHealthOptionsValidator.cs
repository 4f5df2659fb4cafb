using Microsoft.Extensions.Options;

namespace SeoAudit.Client.AspNetCore.HealthChecks;

/// <summary>What the settings of a health check must satisfy.</summary>
internal sealed class SeoAuditHealthOptionsValidator : IValidateOptions<SeoAuditHealthOptions>
{
    public ValidateOptionsResult Validate(string? name, SeoAuditHealthOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        string[] faults = [.. Faults(options).Select(static fault => $"{nameof(SeoAuditHealthOptions)}.{fault}")];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(SeoAuditHealthOptions options)
    {
        if (!options.Services.All(Enum.IsDefined))
        {
            yield return $"{nameof(options.Services)} must hold SeoPeek, Seogent or MetricSpot only.";
        }

        if (options.CacheDuration < TimeSpan.Zero || options.CacheDuration > TimeSpan.FromDays(1))
        {
            yield return $"{nameof(options.CacheDuration)} must be between 0 and 1 day.";
        }

        if (options.Timeout < TimeSpan.FromMilliseconds(100) || options.Timeout > TimeSpan.FromMinutes(5))
        {
            yield return $"{nameof(options.Timeout)} must be between 0.1 seconds and 5 minutes.";
        }

        if (options.MinCredits < 0)
        {
            yield return $"{nameof(options.MinCredits)} must be 0 or more.";
        }

        if (options.MinQuotaShare is not (>= 0 and <= 1))
        {
            yield return $"{nameof(options.MinQuotaShare)} must be between 0 and 1.";
        }
    }
}
