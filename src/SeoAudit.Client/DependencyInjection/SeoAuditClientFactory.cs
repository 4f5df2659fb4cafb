using Microsoft.Extensions.Options;

namespace SeoAudit.Client.DependencyInjection;

/// <param name="clients">Builds the clients.</param>
/// <param name="registration">Whose HTTP clients they share.</param>
/// <param name="rules">What settings must satisfy.</param>
internal sealed class SeoAuditClientFactory(
    ClientSetFactory clients, string registration, IValidateOptions<SeoAuditOptions> rules) : ISeoAuditClientFactory
{
    public ISeoAuditClient Create(SeoAuditOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ValidateOptionsResult result = rules.Validate(Options.DefaultName, options);
        if (result.Failed)
        {
            throw new OptionsValidationException(Options.DefaultName, typeof(SeoAuditOptions), result.Failures);
        }

        return new SeoAuditClient(clients.Create(registration, () => options, pacers: null));
    }
}
