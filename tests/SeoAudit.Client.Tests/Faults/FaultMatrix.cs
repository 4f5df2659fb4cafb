namespace SeoAudit.Client.Tests.Faults;

/// <summary>All cells as they were seen, found out once for all tests of the matrix.</summary>
public sealed class FaultMatrix : IAsyncLifetime
{
    private readonly Dictionary<(MatrixEndpoint, Fault), Seen> _cells = [];

    internal static IReadOnlyList<Fault> Faults { get; } =
        [.. TransportFaults.All, .. BodyFaults.All, .. StatusFaults.All, .. LimitFaults.All];

    internal Seen this[MatrixEndpoint endpoint, Fault fault] => _cells[(endpoint, fault)];

    public async ValueTask InitializeAsync() =>
        await Parallel.ForEachAsync(MatrixEndpoints.All, async (endpoint, _) =>
        {
            using var run = new CellRun(endpoint);
            foreach (Fault fault in Faults)
            {
                Seen seen = await SeeAsync(run, fault);
                lock (_cells)
                {
                    _cells[(endpoint, fault)] = seen;
                }
            }
        });

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task<Seen> SeeAsync(CellRun run, Fault fault)
    {
        Cell lasting = await run.SeeAsync(fault);
        return new Seen(lasting)
        {
            Passing = lasting.Attempts > 1 ? await run.SeeAsync(fault, lasting.Attempts - 1) : null,
            There = lasting.Looks > 0 ? await run.SeeAsync(fault, listing: Listing.There) : null,
            Unknown = lasting.Looks > 0 ? await run.SeeAsync(fault, listing: Listing.Refused) : null,
        };
    }
}
