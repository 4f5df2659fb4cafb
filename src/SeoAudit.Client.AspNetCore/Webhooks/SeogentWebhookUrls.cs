using Microsoft.Extensions.Options;
using SeoAudit.Client.AspNetCore.Webhooks;
using SeoAudit.Client.Seogent;

namespace SeoAudit.Client.AspNetCore;

/// <summary>
/// Makes the addresses for <see cref="ScanRequest.WebhookUrl"/>: the endpoint's own with the newest secret. Get it from the container.
/// </summary>
/// <remarks>Whoever knows such an address can post to the endpoint: do not log it.</remarks>
public sealed class SeogentWebhookUrls
{
    private readonly IOptionsMonitor<SeogentWebhookOptions> _options;
    private readonly string _name;

    internal SeogentWebhookUrls(IOptionsMonitor<SeogentWebhookOptions> options, string name)
    {
        _options = options;
        _name = name;
    }

    /// <summary>Makes the address of the endpoint at <see cref="SeogentWebhookOptions.Address"/>.</summary>
    /// <returns>The address with the secret.</returns>
    /// <exception cref="InvalidOperationException">The setting is missing.</exception>
    /// <exception cref="OptionsValidationException">A setting is out of its range.</exception>
    public Uri Create() => Create(_options.Get(_name).Address ?? throw new InvalidOperationException(
        $"Set {nameof(SeogentWebhookOptions)}.{nameof(SeogentWebhookOptions.Address)} to the address at which SEOgent reaches the endpoint."));

    /// <summary>Makes the address of an endpoint at an address of the caller's, e.g. one that depends on the tenant.</summary>
    /// <param name="address">The endpoint: absolute, https (plain http only to loopback), without user name, query or fragment.</param>
    /// <returns>The address with the secret.</returns>
    /// <exception cref="ArgumentException"><paramref name="address"/> is none of that kind.</exception>
    /// <exception cref="OptionsValidationException">A setting is out of its range.</exception>
    public Uri Create(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return SeogentWebhookOptionsValidator.IsAddress(address)
            ? new Uri($"{address.AbsoluteUri}?{SeogentWebhookOptions.SecretParameter}={_options.Get(_name).Secrets[0]}")
            : throw new ArgumentException(
                $"'{nameof(address)}' must be an absolute https URL (plain http only to loopback) without user name, query or fragment.", nameof(address));
    }
}
