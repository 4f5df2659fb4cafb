namespace SeoAudit.Client.Tests.Faults;

/// <summary>All cells as they were seen, found out once for all tests of the matrix.</summary>
public sealed class FaultMatrix : IAsyncLifetime
{
    private readonly Dictionary<(MatrixEndpoint, Fault), (Cell Lasting, Cell Passing)> _cells = [];

    internal static IReadOnlyList<Fault> Faults { get; } =
        [.. TransportFaults.All, .. BodyFaults.All, .. StatusFaults.All, .. LimitFaults.All];

    internal (Cell Lasting, Cell Passing) this[MatrixEndpoint endpoint, Fault fault] => _cells[(endpoint, fault)];

    public async ValueTask InitializeAsync() =>
        await Parallel.ForEachAsync(MatrixEndpoints.All.Where(e => e.Column <= EndpointColumn.Download), async (endpoint, _) =>
        {
            using var run = new CellRun(endpoint);
            foreach (Fault fault in Faults)
            {
                Cell lasting = await run.SeeAsync(fault);
                Cell passing = lasting.Attempts > 1 ? await run.SeeAsync(fault, lasting.Attempts - 1) : lasting;
                lock (_cells)
                {
                    _cells[(endpoint, fault)] = (lasting, passing);
                }
            }
        });

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
