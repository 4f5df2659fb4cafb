namespace SeoAudit.Client.Reporting;

/// <summary>A text is not the quality gate that it should be.</summary>
public sealed class QualityGateFormatException : FormatException
{
    /// <summary>Creates the exception.</summary>
    public QualityGateFormatException()
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">What is wrong with it.</param>
    public QualityGateFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    /// <param name="message">What is wrong with it.</param>
    /// <param name="innerException">The cause.</param>
    public QualityGateFormatException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
