namespace SeoAudit.Client.Tests.Creating;

/// <summary>What happens to a request or its answer on the way.</summary>
internal enum LinkFault
{
    None,
    ConnectionRefused,
    ResetBeforeArrival,
    ResetAfterHandling,
    GarbageBeforeArrival,
    GarbageAfterHandling,
    EmptyAfterHandling,
    BadGatewayBeforeArrival,
    BadGatewayAfterHandling,
    ErrorAfterHandling,
    UnavailableAfterHandling,
    UnavailableForNow,
    TooMany,
    RequestTimeoutBeforeArrival,
    HangBeforeArrival,
    HangAfterHandling,
}
