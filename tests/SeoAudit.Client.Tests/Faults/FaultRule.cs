namespace SeoAudit.Client.Tests.Faults;

/// <summary>A row of the matrix: what is documented of one fault.</summary>
/// <param name="Fault">The fault's name.</param>
/// <param name="Read">At endpoints that are read.</param>
/// <param name="Stream">At the PDF stream.</param>
/// <param name="Download">At plain downloads.</param>
internal sealed record FaultRule(string Fault, Cell Read, Cell Stream, Cell Download)
{
    public FaultRule(string fault, Cell everywhere)
        : this(fault, everywhere, everywhere, everywhere)
    {
    }

    public Cell For(EndpointColumn column) => column switch
    {
        EndpointColumn.Read => Read,
        EndpointColumn.Stream => Stream,
        EndpointColumn.Download => Download,
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };
}
