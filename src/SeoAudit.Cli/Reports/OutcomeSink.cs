using SeoAudit.Cli.Terminal;
using SeoAudit.Client;
using SeoAudit.Client.Reporting;

namespace SeoAudit.Cli.Reports;

/// <summary>Takes the outcomes of a run: into its files, its totals and its gate.</summary>
internal sealed class OutcomeSink : IAsyncDisposable
{
    private readonly List<ReportFile> _files = [];
    private readonly List<string> _unwritten = [];
    private readonly BulkAuditReportBuilder _totals = new(new BulkReportOptions { WorstPages = 10 });
    private readonly QualityGateEvaluator? _gate;
    private bool _hasLostOutput;
    private ReportWriter? _output;
    private Stream? _outputStream;

    private OutcomeSink(SinkSettings settings) =>
        _gate = settings.Gate is null ? null : new QualityGateEvaluator(settings.Gate, settings.Baseline, settings.Comparison);

    /// <summary>How many outcomes came.</summary>
    public int Count { get; private set; }

    /// <summary>Whether nobody takes what comes any more: standard output was all there was, and its reader has left.</summary>
    public bool IsForNobody => _hasLostOutput && _files.Count == 0 && _gate is null;

    /// <summary>Begins all files.</summary>
    /// <param name="settings">Which.</param>
    /// <param name="stop">What stops the command: whoever has it answers to signals, and so takes the files back.</param>
    public static async Task<OutcomeSink> OpenAsync(SinkSettings settings, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var sink = new OutcomeSink(settings);
        try
        {
            foreach (string file in settings.Files)
            {
                sink._files.Add(ReportFile.Create(file, settings.ReportOptions));
            }

            if (settings.Format is { } format)
            {
                sink._outputStream = StandardOutput.Open();
                sink._output = ReportWriter.Create(format, sink._outputStream, settings.ReportOptions);
            }

            return sink;
        }
        catch
        {
            await sink.AbandonAsync();
            throw;
        }
    }

    /// <summary>Writes the outcome. A report that cannot be written (the disk is full) ends there; the run, which is paid for, goes on.</summary>
    public async Task AddAsync(PageAuditOutcome outcome)
    {
        Count++;
        _totals.Add(outcome);
        _gate?.Add(outcome);
        await ForEachFileAsync(file => file.WriteAsync(outcome, CancellationToken.None).AsTask());
        await ToOutputAsync(output => output.WriteAsync(outcome, CancellationToken.None).AsTask());
    }

    public async Task<RunBalance> CompleteAsync()
    {
        await ForEachFileAsync(static file => file.CompleteAsync(CancellationToken.None));
        await ToOutputAsync(static output => output.CompleteAsync(CancellationToken.None).AsTask());
        return new RunBalance(_totals.Build(), _gate?.Evaluate(), [.. _files.Select(static file => file.Path)]) { UnwrittenReports = [.. _unwritten] };
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
            await CloseAsync(file);
        }

        await CloseOutputAsync();
    }

    private static bool IsUnwritable(Exception exception) => exception is IOException or UnauthorizedAccessException;

    private static async Task CloseAsync(IAsyncDisposable file)
    {
        try
        {
            await file.DisposeAsync();
        }
        catch (Exception exception) when (IsUnwritable(exception))
        {
            // What is still in its buffer cannot be written either; the first failure says why.
        }
    }

    private async Task ForEachFileAsync(Func<ReportFile, Task> work)
    {
        for (var index = 0; index < _files.Count; index++)
        {
            ReportFile file = _files[index];
            try
            {
                await work(file);
            }
            catch (Exception exception) when (IsUnwritable(exception))
            {
                _unwritten.Add($"The report {file.Path} could not be written: {exception.Message}");
                _files.RemoveAt(index--);
                await CloseAsync(file);
            }
        }
    }

    private async Task ToOutputAsync(Func<ReportWriter, Task> work)
    {
        try
        {
            await (_output is null ? Task.CompletedTask : work(_output));
        }
        catch (Exception exception) when (IsUnwritable(exception))
        {
            _unwritten.Add($"The report could not be written to standard output: {exception.Message}");
            _hasLostOutput = true;
            await CloseOutputAsync();
        }
    }

    private async Task CloseOutputAsync()
    {
        if (_output is not null)
        {
            await CloseAsync(_output);
            await CloseAsync(_outputStream!);
            _output = null;
        }
    }
}
