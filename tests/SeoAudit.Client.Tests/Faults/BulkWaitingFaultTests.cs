using System.Globalization;
using System.Text.Json;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Faults;

/// <summary>Many audits that are waited for together while the service cannot be asked about any.</summary>
public sealed class BulkWaitingFaultTests
{
    private const int Pages = 5;

    private readonly FaultClock _clock = new();
    private readonly List<string> _queued = [];

    public static TheoryData<string, bool> Faults => new MatrixTheoryData<string, bool>(
        FaultMatrix.Faults.Select(static fault => fault.Name).Where(static name => !IsTimeOut(name)), [true, false]);

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Each_page_has_one_outcome_and_is_bought_once(string name, bool passes)
    {
        Fault fault = FaultMatrix.Faults.Single(fault => fault.Name == name);
        Cell expected = FaultRules.For(name, nameof(IMetricSpotApi.ListAuditsAsync));
        using var service = new FaultyService(_clock, fault, static request => request.Method == HttpMethod.Get, Answer)
        {
            Left = passes ? 3 : int.MaxValue,
        };
        ISeoAuditClient client = TestClient.Create(service, _clock, static options =>
        {
            options.MetricSpot.ApiKey = $"ms_{Guid.NewGuid():N}";
            options.MetricSpot.Spacing = TimeSpan.Zero;
            options.MetricSpot.MaxResponseBytes = 1024 * 1024;
        });
        Uri[] pages = [.. Enumerable.Range(0, Pages).Select(static number => new Uri($"https://example.com/{number}"))];

        _clock.Hold(true);
        List<PageAuditOutcome> outcomes = [];
        await _clock.RunAsync(async () => outcomes =
            await client.AuditPagesAsync(Streams.Of(pages), new() { Service = AuditService.MetricSpot }).CollectAsync().ConfigureAwait(false));

        Assert.Equal(pages, outcomes.OrderBy(static outcome => outcome.Index).Select(static outcome => outcome.Url));
        Assert.Equal(Pages, service.Asked.Count(static request => request.Method == HttpMethod.Post));
        Assert.InRange(service.Struck, 1, 1_000);
        Assert.All(
            outcomes.Where(static outcome => !outcome.IsSuccess),
            outcome => Assert.Equal(Id(_queued.IndexOf(outcome.Url.AbsoluteUri)), outcome.Error!.OperationId));
        bool isSurvived = expected.Thrown is null || (passes && expected.IsTransient && !(expected is { HasRetryAt: true, Attempts: 1 }));
        Assert.Equal(isSurvived, outcomes.TrueForAll(static outcome => outcome.IsSuccess));
    }

    // While one page waits for a time-out, time would pass for the others too.
    private static bool IsTimeOut(string name) => FaultRules.For(name, nameof(IMetricSpotApi.ListAuditsAsync)).TimedOut is not null;

    private static string Id(int index) => (index + 1_000).ToString(CultureInfo.InvariantCulture);

    private static string Row(string id, string url, string status) =>
        $$"""{"id":{{id}},"url":"{{url}}","status":"{{status}}","score":80,"created_at":"2026-03-29T10:00:00Z"}""";

    private string Answer(HttpRequestMessage request)
    {
        lock (_queued)
        {
            if (request.Method == HttpMethod.Post)
            {
                using JsonDocument body = JsonDocument.Parse(request.Content!.ReadAsStream());
                _queued.Add(body.RootElement.GetProperty("url").GetString()!);
                _clock.Hold(_queued.Count < Pages);
                return $$"""{"audit":{{Row(Id(_queued.Count - 1), _queued[^1], "queued")}}}""";
            }

            string last = request.RequestUri!.Segments[^1];
            return last == "audits"
                ? $$"""{"audits":[{{string.Join(',', _queued.Select(static (url, index) => Row(Id(index), url, "completed")))}}]}"""
                : $$"""{"audit":{{Row(last, _queued[int.Parse(last, CultureInfo.InvariantCulture) - 1_000], "completed")}},"findings":[],"plan":"pro"}""";
        }
    }
}
