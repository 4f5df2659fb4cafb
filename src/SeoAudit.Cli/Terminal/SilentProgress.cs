using SeoAudit.Cli.Running;

namespace SeoAudit.Cli.Terminal;

/// <summary>Shows nothing.</summary>
internal sealed class SilentProgress : IProgressView
{
    public void Show(ProgressState state)
    {
    }
}
