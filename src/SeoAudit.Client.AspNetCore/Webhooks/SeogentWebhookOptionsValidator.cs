using System.Buffers;
using Microsoft.Extensions.Options;

namespace SeoAudit.Client.AspNetCore.Webhooks;

/// <summary>What the settings must satisfy. No secret is ever repeated.</summary>
internal sealed class SeogentWebhookOptionsValidator : IValidateOptions<SeogentWebhookOptions>
{
    private const int MaxSecrets = 16;

    private static readonly SearchValues<char> SecretCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~");

    public ValidateOptionsResult Validate(string? name, SeogentWebhookOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        string[] faults = [.. Faults(options)];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    /// <summary>Whether SEOgent may be given this address.</summary>
    public static bool IsAddress(Uri address) =>
        address.IsAbsoluteUri
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address.UserInfo.Length == 0 && address.Query.Length == 0 && address.Fragment.Length == 0;

    private static IEnumerable<string> Faults(SeogentWebhookOptions options)
    {
        if (options.Secrets is not { Count: >= 1 and <= MaxSecrets })
        {
            yield return $"{Name(nameof(options.Secrets))} must hold 1 to {MaxSecrets} secrets; {nameof(SeogentWebhookSecret)}.{nameof(SeogentWebhookSecret.Generate)}() makes one.";
        }

        for (var index = 0; index < (options.Secrets?.Count ?? 0); index++)
        {
            string secret = options.Secrets![index] ?? string.Empty;
            if (secret.Length is < SeogentWebhookSecret.MinLength or > SeogentWebhookSecret.MaxLength || secret.AsSpan().ContainsAnyExcept(SecretCharacters))
            {
                yield return $"{Name(nameof(options.Secrets))}[{index}] must be {SeogentWebhookSecret.MinLength} to {SeogentWebhookSecret.MaxLength} letters, digits, '-', '_', '.' or '~'.";
            }
        }

        if (options.Address is { } address && !IsAddress(address))
        {
            yield return $"{Name(nameof(options.Address))} must be an absolute https URL (plain http only to loopback) without user name, query or fragment.";
        }

        if (options.MaxBodyBytes is < 1024 or > 1024 * 1024 * 1024)
        {
            yield return $"{Name(nameof(options.MaxBodyBytes))} must be between 1024 and 1073741824.";
        }

        if (options.BodyTimeout < TimeSpan.FromSeconds(1) || options.BodyTimeout > TimeSpan.FromHours(1))
        {
            yield return $"{Name(nameof(options.BodyTimeout))} must be between 1 second and 1 hour.";
        }

        if (options.MaxConcurrentLookups is < 1 or > 1_000)
        {
            yield return $"{Name(nameof(options.MaxConcurrentLookups))} must be between 1 and 1000.";
        }

        if (options.LookupsPerMinute is < 1 or > 1_000_000)
        {
            yield return $"{Name(nameof(options.LookupsPerMinute))} must be between 1 and 1000000.";
        }
    }

    private static string Name(string member) => $"{nameof(SeogentWebhookOptions)}.{member}";
}
