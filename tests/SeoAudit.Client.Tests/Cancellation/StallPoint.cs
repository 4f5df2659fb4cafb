namespace SeoAudit.Client.Tests.Cancellation;

/// <summary>Where on its way a request stands still.</summary>
internal enum StallPoint
{
    Connecting,
    Headers,
    Body,
}
