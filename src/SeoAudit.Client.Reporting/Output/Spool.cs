namespace SeoAudit.Client.Reporting.Output;

/// <summary>
/// Holds what stands later in a document than something that is known only at its end: a little in memory, more in a temporary file
/// that only this user can read and that goes away with the process.
/// </summary>
internal sealed class Spool : IAsyncDisposable
{
    private const int InMemory = 128 * 1024;

    private Stream _content = new MemoryStream();

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (_content is MemoryStream memory && memory.Length + bytes.Length > InMemory)
        {
            var file = TemporaryFile();
            _content = file;
            memory.Position = 0;
            await memory.CopyToAsync(file, cancellationToken).ConfigureAwait(false);
        }

        await _content.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Copies all of it; nothing can be added afterwards.</summary>
    public async ValueTask CopyToAsync(Stream output, CancellationToken cancellationToken)
    {
        _content.Position = 0;
        await _content.CopyToAsync(output, cancellationToken).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => _content.DisposeAsync();

    private static FileStream TemporaryFile()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
    }
}
