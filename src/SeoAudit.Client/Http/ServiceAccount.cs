using Microsoft.Extensions.Options;
using SeoAudit.Client.Pacing;

namespace SeoAudit.Client.Http;

/// <summary>On whose behalf a request is made: a service, where to read its settings, now, and what paces its audits.</summary>
internal sealed class ServiceAccount(ServiceProfile profile, Func<SeoAuditOptions> options, ServicePacer? pacer = null)
{
    /// <summary>The request option under which Refit passes the account to the handlers.</summary>
    public const string RequestOption = "SeoAudit.Account";

    public static readonly HttpRequestOptionsKey<ServiceAccount> Key = new(RequestOption);

    public ServiceProfile Profile => profile;

    /// <summary>What paces the audits of all who share the account; null where nothing can.</summary>
    public ServicePacer? Pacer => pacer;

    /// <summary>The settings as they stand.</summary>
    public ServiceOptions Options => profile.Select(options());

    /// <summary>What is left of the account's quota.</summary>
    public AuditQuota Quota() => pacer is null
        ? throw new InvalidOperationException($"{profile.Name} has no quota.")
        : pacer.Quota(OptionsForCall());

    /// <summary>The settings for a request: a reload that broke them is an error of the call like any other.</summary>
    public ServiceOptions OptionsForCall()
    {
        try
        {
            return Options;
        }
        // The second is what the configuration binder throws for text that is not what the setting needs.
        catch (Exception exception) when (exception is OptionsValidationException or InvalidOperationException)
        {
            throw new SeoAuditException($"{profile.Name} cannot be called: {exception.Message}", exception)
            {
                Service = profile.Service,
            };
        }
    }
}
