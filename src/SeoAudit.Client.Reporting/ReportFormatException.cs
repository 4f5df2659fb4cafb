namespace SeoAudit.Client.Reporting;

/// <summary>A file is not the report that it should be.</summary>
public sealed class ReportFormatException : FormatException
{
    /// <summary>Creates the exception.</summary>
    public ReportFormatException()
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">What is wrong with the file.</param>
    public ReportFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    /// <param name="message">What is wrong with the file.</param>
    /// <param name="innerException">The cause.</param>
    public ReportFormatException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The line at which reading stopped, from 1; null where it is not known.</summary>
    public long? Line { get; init; }
}
