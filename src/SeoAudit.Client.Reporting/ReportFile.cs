namespace SeoAudit.Client.Reporting;

/// <summary>
/// A report that becomes a file all at once: it is written under its name with <c>.partial</c> behind it, and takes its own name, in
/// place of a file that had it, when it is complete.
/// </summary>
/// <remarks>
/// What a run that was killed left under the name with <c>.partial</c> is replaced. Two processes cannot write one report at the same
/// time: the second gets an <see cref="IOException"/>, and outside Windows so does a .NET program that opens the unfinished file to read it.
/// </remarks>
public sealed class ReportFile : IAsyncDisposable
{
    private const string Unfinished = ".partial";

    private readonly FileStream _file;
    private readonly ReportWriter _writer;

    private ReportFile(string path, FileStream file, ReportWriter writer)
    {
        Path = path;
        _file = file;
        _writer = writer;
    }

    /// <summary>The file's own name, in full.</summary>
    public string Path { get; }

    /// <summary>The name that it has until it is complete, and keeps where it never is.</summary>
    public string PartialPath => Path + Unfinished;

    /// <summary>Begins a report whose format its name tells.</summary>
    /// <param name="path">The file, ending in .csv, .json, .jsonl, .ndjson, .md, .xml, .sarif, .html or .htm.</param>
    /// <param name="options">What it says beside the outcomes; null for the defaults.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentException">The ending is none of these, or an option is out of range.</exception>
    /// <exception cref="IOException">The file cannot be made, or another process is writing it.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be made.</exception>
    public static ReportFile Create(string path, ReportOptions? options = null) => Create(path, ReportFormats.FromPath(path), options);

    /// <summary>Begins a report.</summary>
    /// <param name="path">The file.</param>
    /// <param name="format">The format, whatever the file's name.</param>
    /// <param name="options">What it says beside the outcomes; null for the defaults.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentException">The format is none, or an option is out of range.</exception>
    /// <exception cref="IOException">The file cannot be made, or another process is writing it.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be made.</exception>
    public static ReportFile Create(string path, ReportFormat format, ReportOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        path = System.IO.Path.GetFullPath(path);
        if (Directory.Exists(path))
        {
            throw new IOException($"{path} is a folder.");
        }

        var file = new FileStream(path + Unfinished, new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            // Whoever lets others read has, outside Windows, a lock that a second writer may have too. Windows renames no open file
            // unless it may be deleted.
            Share = OperatingSystem.IsWindows() ? FileShare.Read | FileShare.Delete : FileShare.None,
            Options = FileOptions.Asynchronous,
        });
        try
        {
            return new ReportFile(path, file, ReportWriter.Create(format, file, options));
        }
        catch
        {
            file.Dispose();
            File.Delete(path + Unfinished);
            throw;
        }
    }

    /// <summary>Writes one outcome.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="cancellationToken">Cancels the writing. The report then cannot be gone on with.</param>
    /// <returns>A task that ends when it is written.</returns>
    /// <exception cref="InvalidOperationException">The report is complete, or an earlier call failed.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public ValueTask WriteAsync(PageAuditOutcome outcome, CancellationToken cancellationToken = default) => _writer.WriteAsync(outcome, cancellationToken);

    /// <summary>Ends the report, has the system keep it, and gives the file its own name.</summary>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <returns>A task that ends when the file has its name.</returns>
    /// <exception cref="InvalidOperationException">The report is complete, or an earlier call failed.</exception>
    /// <exception cref="IOException">The file cannot be written or take its name; it stays under <see cref="PartialPath"/>.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not take its name; it stays under <see cref="PartialPath"/>.</exception>
    public async Task CompleteAsync(CancellationToken cancellationToken = default)
    {
        await _writer.CompleteAsync(cancellationToken).ConfigureAwait(false);
        await _file.FlushAsync(cancellationToken).ConfigureAwait(false);
        _file.Flush(flushToDisk: true);
        // Still open, and so kept from a process that would begin the same report between the two.
        File.Move(PartialPath, Path, overwrite: true);
        await _file.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Closes the file. Where the report is not complete, what was written stays under <see cref="PartialPath"/>.</summary>
    /// <returns>A task that ends when it is closed.</returns>
    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync().ConfigureAwait(false);
        await _file.DisposeAsync().ConfigureAwait(false);
    }
}
