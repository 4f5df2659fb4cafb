using SeoAudit.Cli.Terminal;
using SeoAudit.Client;

namespace SeoAudit.Cli.Running;

/// <summary>Turns what a wait tells into what is shown.</summary>
internal sealed class WaitProgress(IProgressView view) : IProgress<AuditProgress>
{
    public void Report(AuditProgress value) => view.Show(ProgressText.Of(value));
}
