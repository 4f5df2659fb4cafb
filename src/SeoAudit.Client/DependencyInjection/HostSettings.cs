using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace SeoAudit.Client.DependencyInjection;

/// <summary>Settings from the configuration that the app's container holds, where it holds one.</summary>
internal sealed class HostSettings(IServiceProvider provider)
    : IConfigureOptions<SeoAuditOptions>, IOptionsChangeTokenSource<SeoAuditOptions>
{
    private readonly IConfiguration _section =
        (provider.GetService<IConfiguration>() ?? new ConfigurationBuilder().Build()).GetSection(SeoAuditOptions.SectionName);

    public string Name => Options.DefaultName;

    public void Configure(SeoAuditOptions options) => _section.Bind(options);

    public IChangeToken GetChangeToken() => _section.GetReloadToken();
}
