namespace SeoAudit.Client.Tests.Faults;

/// <summary>A row of the matrix: what is documented of one fault.</summary>
/// <param name="Fault">The fault's name.</param>
/// <param name="Sent">What it means for a request that creates something.</param>
/// <param name="Read">At endpoints that are read.</param>
/// <param name="Stream">At the PDF stream.</param>
/// <param name="Download">At plain downloads.</param>
internal sealed record FaultRule(string Fault, Sent Sent, Cell Read, Cell Stream, Cell Download)
{
    public FaultRule(string fault, Sent sent, Cell everywhere)
        : this(fault, sent, everywhere, everywhere, everywhere)
    {
    }

    public Cell For(EndpointColumn column) => (column, Sent) switch
    {
        (EndpointColumn.Read, _) => Read,
        (EndpointColumn.Stream, _) => Stream,
        (EndpointColumn.Download, _) => Download,
        (_, Sent.Done or Sent.Refused) => Read,
        (EndpointColumn.CreateWithLook, Sent.PerhapsDone) => Read with { Attempts = 4, Waits = Waits.Backoff, Looks = 4 },
        (EndpointColumn.CreateWithLook, _) => Read with { Attempts = 1, Waits = Waits.None, Looks = 1 },
        (EndpointColumn.CreateWithoutLook, _) => Cell.Once<SeoAuditOutcomeUnknownException>(),
        _ => Read with { Attempts = 1, Waits = Waits.None },
    };
}
