using Microsoft.Extensions.Options;

namespace SeoAudit.Client.Http;

/// <summary>On whose behalf a request is made: a service and where to read its settings, now.</summary>
internal sealed class ServiceAccount(ServiceProfile profile, Func<SeoAuditOptions> options, bool paced = false)
{
    /// <summary>The request option under which Refit passes the account to the handlers.</summary>
    public const string RequestOption = "SeoAudit.Account";

    public static readonly HttpRequestOptionsKey<ServiceAccount> Key = new(RequestOption);

    public ServiceProfile Profile => profile;

    /// <summary>Whether whoever calls waits for all of its calls together when the service asks for a pause (429), so that no call does.</summary>
    public bool IsPaced => paced;

    /// <summary>The settings as they stand.</summary>
    public ServiceOptions Options => profile.Select(options());

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
