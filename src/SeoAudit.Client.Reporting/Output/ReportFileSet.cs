namespace SeoAudit.Client.Reporting.Output;

/// <summary>
/// Several reports of one run. One that fails is given up on; the others go on. Nothing is cancelled, since each outcome is paid for.
/// </summary>
internal sealed class ReportFileSet
{
    private readonly List<ReportFile> _files = [];
    private readonly List<(string Path, Exception Error)> _failures = [];

    /// <summary>The full names of the files.</summary>
    /// <exception cref="ArgumentException">One does not tell its format, or two are the same.</exception>
    public static IReadOnlyList<string> Check(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var known = new HashSet<string>(OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);
        var full = new List<string>();
        foreach (string path in paths)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(path, nameof(paths));
            ReportFormats.FromPath(path);
            full.Add(Path.GetFullPath(path));
            if (!known.Add(full[^1]))
            {
                throw new ArgumentException($"The report '{path}' is named twice.", nameof(paths));
            }
        }

        return full;
    }

    /// <summary>Begins all files; where one cannot be begun, none is.</summary>
    public static async ValueTask<ReportFileSet> CreateAsync(IReadOnlyList<string> paths, ReportOptions? options)
    {
        var set = new ReportFileSet();
        try
        {
            foreach (string path in paths)
            {
                set._files.Add(ReportFile.Create(path, options));
            }

            return set;
        }
        catch
        {
            foreach (ReportFile file in set._files)
            {
                await file.DisposeAsync().ConfigureAwait(false);
                File.Delete(file.PartialPath);
            }

            throw;
        }
    }

    public ValueTask WriteAsync(PageAuditOutcome outcome) => ForEachAsync(file => file.WriteAsync(outcome));

    public async ValueTask CompleteAsync()
    {
        await ForEachAsync(static async file =>
        {
            await file.CompleteAsync().ConfigureAwait(false);
            await file.DisposeAsync().ConfigureAwait(false);
        }).ConfigureAwait(false);
        _files.Clear();
    }

    /// <exception cref="IOException">A report could not be written.</exception>
    public void ThrowIfFailed()
    {
        if (_failures.Count > 0)
        {
            throw new IOException(
                string.Join(' ', _failures.Select(static failure => $"The report '{failure.Path}' could not be written: {failure.Error.Message}")),
                _failures.Count == 1 ? _failures[0].Error : new AggregateException(_failures.Select(static failure => failure.Error)));
        }
    }

    private async ValueTask ForEachAsync(Func<ReportFile, ValueTask> work)
    {
        for (var index = 0; index < _files.Count; index++)
        {
            ReportFile file = _files[index];
            try
            {
                await work(file).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                _failures.Add((file.Path, exception));
                _files.RemoveAt(index--);
                await CloseAsync(file).ConfigureAwait(false);
            }
        }
    }

    private static async ValueTask CloseAsync(ReportFile file)
    {
        try
        {
            await file.DisposeAsync().ConfigureAwait(false);
        }
        catch (IOException)
        {
            // What is still in its buffer cannot be written either; the first failure says why.
        }
    }
}
