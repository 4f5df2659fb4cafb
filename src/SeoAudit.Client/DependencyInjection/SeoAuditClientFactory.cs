using Microsoft.Extensions.Options;
using SeoAudit.Client.Caching;

namespace SeoAudit.Client.DependencyInjection;

/// <param name="clients">Builds the clients.</param>
/// <param name="registration">Whose HTTP clients they share.</param>
/// <param name="rules">What settings must satisfy.</param>
/// <param name="cache">The registration's cache; null where it has none.</param>
internal sealed class SeoAuditClientFactory(
    ClientSetFactory clients, string registration, IValidateOptions<SeoAuditOptions> rules, AuditCache? cache) : ISeoAuditClientFactory
{
    public ISeoAuditClient Create(SeoAuditOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ValidateOptionsResult result = rules.Validate(Options.DefaultName, options);
        if (result.Failed)
        {
            throw new OptionsValidationException(Options.DefaultName, typeof(SeoAuditOptions), result.Failures);
        }

        // Another account, whose audits are nobody else's: cached only where it says whose they are.
        AuditCache? own = options.Tenant is { } tenant ? cache?.ForTenant(tenant) : null;
        return new SeoAuditClient(clients.Create(registration, () => options, pacers: null), own);
    }
}
