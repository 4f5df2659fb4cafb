using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace SeoAudit.Client.DependencyInjection;

/// <summary>Settings from environment variables such as <c>SeoAudit__Seogent__ApiToken</c>.</summary>
internal sealed class EnvironmentSettings : IConfigureOptions<SeoAuditOptions>
{
    private const string Prefix = SeoAuditOptions.SectionName + "__";

    public void Configure(SeoAuditOptions options) =>
        new ConfigurationBuilder().AddEnvironmentVariables(Prefix).Build().Bind(options);
}
