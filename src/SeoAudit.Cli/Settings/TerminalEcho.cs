using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace SeoAudit.Cli.Settings;

/// <summary>
/// Keeps a terminal from showing what is typed, until it is disposed of. The platform does so key by key, and resets what other
/// programs set; in between, what is pasted would be shown.
/// </summary>
internal sealed partial class TerminalEcho : IDisposable
{
    private const int StandardInput = 0;
    private const int AtOnce = 0;
    private const uint Echo = 8;

    // More than any system's structure takes; of it, only the local flags are looked at, which come after three others.
    private const int Size = 256;

    private readonly byte[] _before;

    private TerminalEcho(byte[] before) => _before = before;

    private static int LocalFlags => OperatingSystem.IsMacOS() ? 3 * sizeof(ulong) : 3 * sizeof(uint);

    /// <summary>Turns it off; null where that cannot be done.</summary>
    public static TerminalEcho? TurnOff()
    {
        var settings = new byte[Size];
        if (OperatingSystem.IsWindows() || GetAttributes(StandardInput, settings) != 0)
        {
            return null;
        }

        var silent = (byte[])settings.Clone();
        Span<byte> flags = silent.AsSpan(LocalFlags);
        BinaryPrimitives.WriteUInt32LittleEndian(flags, BinaryPrimitives.ReadUInt32LittleEndian(flags) & ~Echo);
        return SetAttributes(StandardInput, AtOnce, silent) == 0 ? new TerminalEcho(settings) : null;
    }

    public void Dispose() => SetAttributes(StandardInput, AtOnce, _before);

    [LibraryImport("libc", EntryPoint = "tcgetattr")]
    private static partial int GetAttributes(int file, [Out] byte[] settings);

    [LibraryImport("libc", EntryPoint = "tcsetattr")]
    private static partial int SetAttributes(int file, int when, [In] byte[] settings);
}
