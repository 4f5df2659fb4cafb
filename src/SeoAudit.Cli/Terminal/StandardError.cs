namespace SeoAudit.Cli.Terminal;

/// <summary>Standard error. A terminal that is gone, or a log on a full disk, is no reason to end a run that is paid for.</summary>
internal static class StandardError
{
    public static void WriteLine(string text) => IfPossible(() => Console.Error.WriteLine(text));

    /// <summary>Writes to it in whatever way; where that cannot be, there is no other place to say so.</summary>
    public static void IfPossible(Action write)
    {
        try
        {
            write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is full, or closed.
        }
    }
}
