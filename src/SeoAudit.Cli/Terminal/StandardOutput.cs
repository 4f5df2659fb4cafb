using Microsoft.Win32.SafeHandles;

namespace SeoAudit.Cli.Terminal;

/// <summary>Standard output as bytes.</summary>
internal static class StandardOutput
{
    private const int Descriptor = 1;

    /// <summary>Opens it such that a write fails where nobody reads any more; the platform's own stream would keep that to itself.</summary>
    public static Stream Open()
    {
        if (!OperatingSystem.IsWindows())
        {
            try
            {
                var stream = new FileStream(new SafeFileHandle(Descriptor, ownsHandle: false), FileAccess.Write, bufferSize: 0);
                if (!stream.CanSeek)
                {
                    return stream;
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
            {
                // It is closed, or something that only the platform's stream knows.
            }
        }

        // In a file, others that write behind it share its position.
        return Console.OpenStandardOutput();
    }
}
