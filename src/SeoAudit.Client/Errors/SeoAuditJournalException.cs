namespace SeoAudit.Client;

/// <summary>
/// The journal of a bulk run cannot be used; the file is left as it was. When writing fails in the midst of a run, the outcomes
/// that are known come out first.
/// </summary>
public sealed class SeoAuditJournalException : SeoAuditException
{
    /// <inheritdoc/>
    public SeoAuditJournalException()
    {
    }

    /// <inheritdoc/>
    public SeoAuditJournalException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public SeoAuditJournalException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>What is wrong.</summary>
    public JournalFault Fault { get; init; }

    /// <summary>The file.</summary>
    public string Path { get; init; } = string.Empty;
}
