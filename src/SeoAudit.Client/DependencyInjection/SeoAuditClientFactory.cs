using Microsoft.Extensions.Options;

namespace SeoAudit.Client.DependencyInjection;

internal sealed class SeoAuditClientFactory(ClientSetFactory clients, IValidateOptions<SeoAuditOptions> rules) : ISeoAuditClientFactory
{
    public ISeoAuditClient Create(SeoAuditOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ValidateOptionsResult result = rules.Validate(Options.DefaultName, options);
        if (result.Failed)
        {
            throw new OptionsValidationException(Options.DefaultName, typeof(SeoAuditOptions), result.Failures);
        }

        return new SeoAuditClient(clients.Create(string.Empty, () => options));
    }
}
