using System.Globalization;
using SeoAudit.Cli.Terminal;
using SeoAudit.Client;

namespace SeoAudit.Cli.Auditing;

/// <summary>Tells what is broken in a sitemap: whole sitemaps always, single entries on request.</summary>
internal sealed class SitemapFaults(Screen screen) : IProgress<SitemapFault>
{
    public void Report(SitemapFault value)
    {
        string line = value.LineNumber > 0 ? string.Create(CultureInfo.InvariantCulture, $", line {value.LineNumber}") : "";
        string text = $"{value.Sitemap}{line}: {value.Reason}{(value.Text is null ? "" : $" ({value.Text})")}";
        if (value.Kind == SitemapFaultKind.Sitemap)
        {
            screen.Warn(text);
        }
        else
        {
            screen.Detail(text);
        }
    }
}
