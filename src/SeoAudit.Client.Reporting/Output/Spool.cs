namespace SeoAudit.Client.Reporting.Output;

/// <summary>
/// Holds what stands later in a document than something that is known only at its end: a little in memory, more in a temporary file
/// that only this user can read and that goes away with the process, even where that is killed.
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
        if (_content is MemoryStream memory)
        {
            await output.WriteAsync(memory.GetBuffer().AsMemory(0, (int)memory.Length), cancellationToken).ConfigureAwait(false);
            return;
        }

        _content.Position = 0;
        await _content.CopyToAsync(output, cancellationToken).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => _content.DisposeAsync();

    private static FileStream TemporaryFile()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.Asynchronous };
        if (OperatingSystem.IsWindows())
        {
            options.Options |= FileOptions.DeleteOnClose;
            return new FileStream(path, options);
        }

        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        // Without a name it lives on for as long as it is open. There, deletion on close would be this process's own doing.
        File.Delete(path);
        return file;
    }
}
