using Microsoft.Extensions.Options;

namespace SeoAudit.Client.Caching;

/// <summary>Checks all settings of the cache and names every fault in one message.</summary>
internal sealed class AuditCacheOptionsValidator : IValidateOptions<AuditCacheOptions>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public ValidateOptionsResult Validate(string? name, AuditCacheOptions options)
    {
        string[] faults = [.. Faults(options)];
        string prefix = string.IsNullOrEmpty(name) ? "UseCaching" : $"UseCaching '{name}'";
        return faults.Length == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(faults.Select(fault => $"{prefix}:{fault}"));
    }

    private static IEnumerable<string> Faults(AuditCacheOptions options)
    {
        if (options.Expiration < Shortest || options.Expiration > Longest)
        {
            yield return $"{nameof(options.Expiration)} must be between 1 second and 30 days.";
        }

        if (options.LocalExpiration < Shortest || options.LocalExpiration > options.Expiration)
        {
            yield return $"{nameof(options.LocalExpiration)} must be between 1 second and {nameof(options.Expiration)}.";
        }
    }
}
