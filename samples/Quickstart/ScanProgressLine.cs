using SeoAudit.Client;

namespace Quickstart;

/// <summary>Shows a scan's progress: on one line of a terminal, else line by line as it changes.</summary>
internal sealed class ScanProgressLine : IProgress<AuditProgress>, IDisposable
{
    private readonly TerminalLine _line = new();
    private string _last = string.Empty;

    public void Report(AuditProgress value)
    {
        string text = $"  {value.Percentage,3:0} %  {value.Status}, {value.AnalyzedPages} of {value.TotalPages} pages";
        if (text == _last)
        {
            return;
        }

        _last = text;
        if (!TerminalLine.IsPossible)
        {
            Console.WriteLine(text);
            return;
        }

        _line.Show(text);
    }

    public void Dispose() => _line.End();
}
