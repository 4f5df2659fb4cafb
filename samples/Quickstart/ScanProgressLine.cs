using SeoAudit.Client;

namespace Quickstart;

/// <summary>Shows a scan's progress: on one line of a terminal, else line by line as it changes.</summary>
internal sealed class ScanProgressLine : IProgress<AuditProgress>
{
    private string _last = string.Empty;

    public void Report(AuditProgress value)
    {
        string line = $"  {value.Percentage,3:0} %  {value.Status}, {value.AnalyzedPages} of {value.TotalPages} pages";
        if (line == _last)
        {
            return;
        }

        _last = line;
        if (Console.IsOutputRedirected)
        {
            Console.WriteLine(line);
        }
        else
        {
            Console.Write($"\r{line,-60}{(value.IsFinal ? Environment.NewLine : string.Empty)}");
        }
    }
}
