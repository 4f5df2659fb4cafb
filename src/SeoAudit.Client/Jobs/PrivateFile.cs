using System.Buffers;

namespace SeoAudit.Client.Jobs;

/// <summary>Files and folders that nobody but the account of the process may read, where the platform knows such.</summary>
internal static class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
        }
    }

    public static FileStream Create(string path, FileMode mode = FileMode.Create, FileShare share = FileShare.Read)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = share };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new FileStream(path, options);
    }

    /// <summary>Replaces a file as a whole: whoever reads it, even after a crash, finds the old content or the new.</summary>
    public static void Replace(string path, ReadOnlySequence<byte> content)
    {
        string next = path + ".next";
        using (FileStream file = Create(next))
        {
            foreach (ReadOnlyMemory<byte> part in content)
            {
                file.Write(part.Span);
            }

            file.Flush(flushToDisk: true);
        }

        File.Move(next, path, overwrite: true);
    }
}
