using Microsoft.Extensions.Options;
using SeoAudit.Client.Pacing;

namespace SeoAudit.Client.Http;

/// <summary>On whose behalf a request is made: a service, where to read its settings, now, and what paces its audits.</summary>
internal sealed class ServiceAccount(
    ServiceProfile profile, Func<SeoAuditOptions> options, ServicePacer? pacer = null, bool isBulk = false)
{
    /// <summary>The request option under which Refit passes the account to the handlers.</summary>
    public const string RequestOption = "SeoAudit.Account";

    public static readonly HttpRequestOptionsKey<ServiceAccount> Key = new(RequestOption);

    public ServiceProfile Profile => profile;

    /// <summary>What paces the audits of all who share the account; null where nothing can.</summary>
    public ServicePacer? Pacer => pacer;

    /// <summary>
    /// Whether calls belong to a run that waits for all of them together when the service asks for a pause (429), so that no call does
    /// so by itself.
    /// </summary>
    public bool IsBulk => isBulk;

    /// <summary>What watches the calls that are made on this account; null for nothing.</summary>
    public CallWatch? Watch { get; private init; }

    /// <summary>Whether the service has the key that it needs.</summary>
    public bool IsConfigured => profile.KeyIsOptional || Options.Credential is { Length: > 0 };

    /// <summary>Where the service answers, in words; every emulator is as good as another, whatever port it has.</summary>
    public string Endpoint => Options is { IsEmulated: false } settings ? settings.BaseAddress.Authority : "an emulator";

    /// <summary>The settings as they stand.</summary>
    public ServiceOptions Options => profile.Select(options());

    /// <summary>On whose behalf a request is made.</summary>
    /// <param name="request">The request.</param>
    /// <param name="otherwise">Whose it is where it does not say.</param>
    public static ServiceAccount Of(HttpRequestMessage request, ServiceAccount otherwise) =>
        request.Options.TryGetValue(Key, out ServiceAccount? own) ? own : otherwise;

    /// <summary>The same account for one watched pass.</summary>
    /// <param name="watch">What watches it.</param>
    /// <param name="isBulk">Whether a 429 is left to a run to wait for.</param>
    public ServiceAccount Watched(CallWatch watch, bool isBulk) => new(profile, options, pacer, isBulk) { Watch = watch };

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
