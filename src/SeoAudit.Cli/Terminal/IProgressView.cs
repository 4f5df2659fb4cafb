using SeoAudit.Cli.Running;

namespace SeoAudit.Cli.Terminal;

/// <summary>Shows how far some work is.</summary>
internal interface IProgressView
{
    void Show(ProgressState state);
}
