namespace SeoAudit.Client.Tests.Faults;

/// <summary>Timers that ring before they are due, as those of real machines do.</summary>
public sealed class EarlyTimerTests
{
    // A tick of Windows' clock.
    private static readonly TimeSpan Early = TimeSpan.FromMilliseconds(16);

    [Fact]
    public async Task No_attempt_comes_before_the_service_allows_it()
    {
        foreach (MatrixEndpoint endpoint in MatrixEndpoints.All)
        {
            using var run = new CellRun(endpoint, Early);
            foreach (Fault fault in FaultMatrix.Faults.Where(static fault => fault.NotBefore is not null))
            {
                Assert.Equal(FaultRules.For(fault, endpoint), await run.SeeAsync(fault));
            }
        }
    }
}
