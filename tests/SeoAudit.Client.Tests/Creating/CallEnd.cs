namespace SeoAudit.Client.Tests.Creating;

/// <summary>How a call that creates something ended.</summary>
/// <param name="Target">What it was about.</param>
/// <param name="Id">The id of what was created; null where the caller got none.</param>
/// <param name="Error">Why the caller got none; null where it got one.</param>
internal sealed record CallEnd(string Target, string? Id, SeoAuditException? Error)
{
    public static async Task<CallEnd> OfAsync(string target, Func<Task<string>> call)
    {
        try
        {
            return new CallEnd(target, await call(), Error: null);
        }
        catch (SeoAuditException exception)
        {
            return new CallEnd(target, Id: null, exception);
        }
    }
}
