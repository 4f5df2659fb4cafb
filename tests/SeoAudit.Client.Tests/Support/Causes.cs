namespace SeoAudit.Client.Tests.Support;

internal static class Causes
{
    /// <summary>What happened to a call, whether or not it also left open what became of it.</summary>
    public static SeoAuditException OwnCause(this SeoAuditException exception) =>
        exception is SeoAuditOutcomeUnknownException { InnerException: SeoAuditException cause } ? cause : exception;
}
