namespace SeoAudit.Cli.CommandLine;

/// <summary>What was asked for cannot be done as it was asked; the message says what to ask instead.</summary>
internal sealed class UsageException : Exception
{
    public UsageException()
    {
    }

    public UsageException(string message)
        : base(message)
    {
    }

    public UsageException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
