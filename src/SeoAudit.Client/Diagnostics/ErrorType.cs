namespace SeoAudit.Client.Diagnostics;

/// <summary>Names a failure in a few words that stay few: never by its message.</summary>
internal static class ErrorType
{
    /// <summary>The name of the exception, which for one of another's making is that of the platform's.</summary>
    public static string Of(Exception exception) => exception switch
    {
        OperationCanceledException => nameof(OperationCanceledException),
        _ => exception.GetType().Name,
    };
}
