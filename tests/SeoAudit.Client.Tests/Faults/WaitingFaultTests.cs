using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Seogent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Faults;

/// <summary>Waits for a scan that cannot be asked about for a while, or at all.</summary>
public sealed class WaitingFaultTests
{
    private static readonly WaitOptions Patience = new() { Timeout = TimeSpan.FromMinutes(20) };

    // After its deadline a wait may look once more, and for so long.
    private static readonly TimeSpan LastLook = TimeSpan.FromSeconds(5);

    private readonly FaultClock _clock = new();
    private int _polls;

    public static TheoryData<string> Faults => [.. FaultMatrix.Faults.Select(static fault => fault.Name)];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_that_passes_is_survived_and_one_that_stays_ends_with_the_id(string name)
    {
        Fault fault = FaultMatrix.Faults.Single(fault => fault.Name == name);
        Cell expected = FaultRules.For(name, nameof(ISeogentApi.GetScanAsync));
        using var service = new FaultyService(_clock, fault, IsPoll, Answer);
        ScanOperation scan = TestClient.Create(service, _clock, static options => options.Seogent.MaxResponseBytes = 1024 * 1024).Seogent.GetScan(SeogentSamples.Id);

        DateTimeOffset started = _clock.GetUtcNow();
        Exception? thrown = await Record.ExceptionAsync(() => _clock.RunAsync(() => scan.WaitForCompletionAsync(Patience)));
        if (expected.Thrown is null)
        {
            Assert.Null(thrown);
            return;
        }

        var failure = Assert.IsAssignableFrom<SeoAuditException>(thrown);
        Assert.Equal(SeogentSamples.Id, failure.OperationId);
        Assert.InRange(_clock.GetUtcNow() - started, TimeSpan.Zero, Patience.Timeout!.Value + LastLook);
        Assert.InRange(service.Struck, 1, 1_000);
        bool isSurvived = expected.IsTransient && !(expected is { HasRetryAt: true, Attempts: 1 });
        bool isDeadline = failure is SeoAuditTimeoutException { Kind: TimeoutKind.Wait };
        // Towards the deadline, a service may ask for more than is left of it, and that ends the wait in its own words.
        Assert.True(
            isSurvived ? isDeadline || (expected.Waits == Waits.Asked && failure.GetType() == expected.Thrown) : failure.GetType() == expected.Thrown,
            $"{failure}");

        // From the id, the wait is taken up again; more failures than one call makes attempts do not end it.
        service.Left = isSurvived ? 9 : 0;
        _polls = 0;
        ScanReport? report = null;
        await _clock.RunAsync(async () => report = await scan.WaitForCompletionAsync(Patience).ConfigureAwait(false));
        Assert.Equal(74, report?.AverageScore);
    }

    private static bool IsPoll(HttpRequestMessage request) => request.RequestUri!.AbsolutePath.EndsWith(SeogentSamples.Id, StringComparison.Ordinal);

    private string Answer(HttpRequestMessage request) => !IsPoll(request) ? SeogentSamples.Results
        : SeogentSamples.StateOf(_polls++ < 3 ? "crawling" : "completed");
}
