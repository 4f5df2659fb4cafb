using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Operations;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Faults;

/// <summary>Audits that are waited for together by one list, which cannot be had for a while, or at all.</summary>
public sealed class BoardFaultTests
{
    private const int Audits = 5;

    private static readonly WaitPlan Plan = new(
        TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(20), Progress: null);

    private readonly FaultClock _clock = new();

    public static TheoryData<string, bool> Faults => new MatrixTheoryData<string, bool>(
        FaultMatrix.Faults.Select(static fault => fault.Name), [true, false]);

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Each_wait_ends_once_and_knows_its_id(string name, bool passes)
    {
        Fault fault = FaultMatrix.Faults.Single(fault => fault.Name == name);
        Cell expected = FaultRules.For(name, nameof(IMetricSpotApi.ListAuditsAsync));
        using var service = new FaultyService(_clock, fault, static _ => true, Answer) { Left = passes ? 9 : int.MaxValue };
        var board = new AuditStatusBoard(TestClient.Create(service, _clock, static options => options.MetricSpot.MaxResponseBytes = 1024 * 1024).MetricSpot, Plan, _clock);
        DateTimeOffset started = _clock.GetUtcNow();

        Exception?[] ends = [];
        await _clock.RunAsync(async () => ends = await Task.WhenAll(Enumerable.Range(0, Audits).Select(id =>
            Record.ExceptionAsync(() => board.WaitAsync($"{id}", justQueued: true, CancellationToken.None)).AsTask())).ConfigureAwait(false));

        bool isSurvived = expected.Thrown is null || (passes && expected.IsTransient && !(expected is { HasRetryAt: true, Attempts: 1 }));
        Assert.All(ends, (end, id) => Assert.Equal(
            isSurvived ? null : $"{id}", isSurvived ? end?.ToString() : Assert.IsAssignableFrom<SeoAuditException>(end).OperationId));
        Assert.InRange(service.Struck, 1, 5_000);
        // The call that is under way when the deadline passes may still take as long as any.
        Assert.InRange(_clock.GetUtcNow() - started, TimeSpan.Zero, Plan.Timeout + TimeSpan.FromSeconds(110));
    }

    private static string Answer(HttpRequestMessage request)
    {
        string last = request.RequestUri!.Segments[^1];
        return last == "audits"
            ? $$"""{"audits":[{{string.Join(',', Enumerable.Range(0, Audits).Select(static id => Row($"{id}")))}}]}"""
            : $$"""{"audit":{{Row(last)}},"findings":[],"plan":"pro"}""";
    }

    private static string Row(string id) => $$"""{"id":{{id}},"url":"https://example.com/","status":"completed","score":80,"created_at":"2026-03-29T10:00:00Z"}""";
}
