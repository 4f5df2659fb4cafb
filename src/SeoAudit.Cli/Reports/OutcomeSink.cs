using SeoAudit.Client;
using SeoAudit.Client.Reporting;

namespace SeoAudit.Cli.Reports;

/// <summary>Takes the outcomes of a run: into its files, its totals and its gate.</summary>
internal sealed class OutcomeSink : IAsyncDisposable
{
    private readonly List<ReportFile> _files = [];
    private readonly BulkAuditReportBuilder _totals = new(new BulkReportOptions { WorstPages = 10 });
    private readonly QualityGateEvaluator? _gate;
    private ReportWriter? _output;
    private Stream? _outputStream;

    private OutcomeSink(SinkSettings settings) =>
        _gate = settings.Gate is null ? null : new QualityGateEvaluator(settings.Gate, settings.Baseline, settings.Comparison);

    /// <summary>How many outcomes came.</summary>
    public int Count { get; private set; }

    /// <summary>Begins all files.</summary>
    public static async Task<OutcomeSink> OpenAsync(SinkSettings settings)
    {
        var sink = new OutcomeSink(settings);
        try
        {
            foreach (string file in settings.Files)
            {
                sink._files.Add(ReportFile.Create(file, settings.ReportOptions));
            }

            if (settings.Format is { } format)
            {
                sink._outputStream = Console.OpenStandardOutput();
                sink._output = ReportWriter.Create(format, sink._outputStream, settings.ReportOptions);
            }

            return sink;
        }
        catch
        {
            await sink.DisposeAsync();
            throw;
        }
    }

    /// <summary>Takes one outcome. It is not cancelled: it is paid for.</summary>
    public async Task AddAsync(PageAuditOutcome outcome)
    {
        Count++;
        _totals.Add(outcome);
        _gate?.Add(outcome);
        foreach (ReportFile file in _files)
        {
            await file.WriteAsync(outcome, CancellationToken.None);
        }

        if (_output is not null)
        {
            await _output.WriteAsync(outcome, CancellationToken.None);
        }
    }

    /// <summary>Ends all files and draws the balance.</summary>
    public async Task<RunBalance> CompleteAsync()
    {
        foreach (ReportFile file in _files)
        {
            await file.CompleteAsync(CancellationToken.None);
        }

        if (_output is not null)
        {
            await _output.CompleteAsync(CancellationToken.None);
        }

        return new RunBalance(_totals.Build(), _gate?.Evaluate(), [.. _files.Select(static file => file.Path)]);
    }

    /// <summary>Takes back the files of a run that never began.</summary>
    public async Task AbandonAsync()
    {
        await DisposeAsync();
        foreach (ReportFile file in _files)
        {
            File.Delete(file.PartialPath);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (ReportFile file in _files)
        {
            await file.DisposeAsync();
        }

        if (_output is not null)
        {
            await _output.DisposeAsync();
            await _outputStream!.DisposeAsync();
        }
    }
}
