using SeoAudit.Cli.Terminal;
using SeoAudit.Client;

namespace SeoAudit.Cli.Running;

/// <summary>Turns what a bulk run tells into what is shown.</summary>
internal sealed class PageProgress(PageInput input, Func<AuditQuota> quota) : IProgress<BulkAuditProgress>
{
    private IProgressView? _view;

    public void ShowOn(IProgressView view) => _view = view;

    public void Report(BulkAuditProgress value) => _view?.Show(ProgressText.Of(value, input.IsRead, quota()));
}
