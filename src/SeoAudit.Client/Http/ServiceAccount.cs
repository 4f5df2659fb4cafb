namespace SeoAudit.Client.Http;

/// <summary>On whose behalf a request is made: a service and where to read its settings, now.</summary>
internal sealed class ServiceAccount(ServiceProfile profile, Func<SeoAuditOptions> options)
{
    /// <summary>The request option under which Refit passes the account to the handlers.</summary>
    public const string RequestOption = "SeoAudit.Account";

    public static readonly HttpRequestOptionsKey<ServiceAccount> Key = new(RequestOption);

    public ServiceProfile Profile => profile;

    public ServiceOptions Options => profile.Select(options());
}
