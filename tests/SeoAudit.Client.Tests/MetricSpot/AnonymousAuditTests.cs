using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.MetricSpot;

public sealed class AnonymousAuditTests
{
    private const string Sample =
        """
        {
          "audit": {
            "url": "https://example.com",
            "domain": "example.com",
            "total_score": 71.5,
            "module_scores": { "onpage": 80, "ai_readability": 63.5, "performance": null },
            "rules": [
              { "module": "organic_traffic", "rule_id": "organic_traffic.connected", "passed": true, "severity": "info", "title": "Connected", "recommendation": null }
            ],
            "organic": {}
          }
        }
        """;

    private static readonly Uri Page = new("https://example.com/");

    [Fact]
    public async Task Its_own_names_are_read()
    {
        using var stub = new StubbedClient(static options => options.MetricSpot.KeepRawResponses = true);
        stub.Service.Answer(Sample, headers: ("X-RateLimit-Remaining", "0"));

        AnonymousAudit audit = await stub.MetricSpot.RunAnonymousAuditAsync(Page);

        Assert.Equal(("https://example.com", "example.com", 71.5), (audit.Url, audit.Domain, audit.Score));
        Assert.Equal(2, audit.ModuleScores.Count);
        Assert.Equal(63.5, audit.ModuleScores["ai_readability"]);
        Finding rule = Assert.Single(audit.Findings);
        Assert.Equal(("organic_traffic.connected", true, FindingSeverity.Info), (rule.RuleId, rule.Passed, rule.Severity));
        Assert.Equal(0, audit.RateLimit?.Remaining);
        Assert.NotNull(audit.RawResponse);
    }

    [Theory]
    [InlineData("{}", null)]
    [InlineData("""{"total_score":null,"module_scores":null,"rules":null}""", null)]
    [InlineData("""{"score":70,"rules":[null]}""", 70d)]
    [InlineData("""{"score":70,"total_score":80}""", 80d)]
    public async Task What_is_missing_is_null_or_empty(string audit, double? score)
    {
        using var stub = new StubbedClient();
        stub.Service.Answer($$"""{"audit":{{audit}}}""");

        AnonymousAudit read = (await stub.Get<IMetricSpotApi>().RunAnonymousAuditAsync(new AuditRequest("https://example.com"))).Audit;

        Assert.Equal(score, read.Score);
        Assert.Empty(read.ModuleScores);
        Assert.Empty(read.Findings);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"audit":null}""")]
    [InlineData("""{"audit":"done"}""")]
    [InlineData("[]")]
    public async Task An_answer_without_an_audit_is_unreadable(string body)
    {
        using var stub = new StubbedClient();
        stub.Service.Answer(body);

        var exception = await Assert.ThrowsAsync<SeoAuditResponseException>(() => stub.MetricSpot.RunAnonymousAuditAsync(Page));

        Assert.Equal(body, exception.ResponseBody);
    }

    [Fact]
    public async Task It_is_never_sent_twice()
    {
        using var stub = new StubbedClient(static options => options.MetricSpot.MaxRetries = 3);
        stub.Service.Answer("""{"error":"busy"}""", status: 503);

        var exception = await Assert.ThrowsAsync<SeoAuditException>(() => stub.MetricSpot.RunAnonymousAuditAsync(Page));

        Assert.Equal(1, exception.Attempts);
        Assert.Single(stub.Service.Requests);
    }

    [Theory]
    [InlineData(false, 130)]
    [InlineData(true, 30)]
    public async Task It_is_given_longer_than_other_calls(bool other, int seconds)
    {
        var time = new FakeTimeProvider();
        var sent = new TaskCompletionSource();
        using var handler = new ScriptedHandler(async (request, cancellationToken) =>
        {
            if (request.Method == HttpMethod.Get)
            {
                return ScriptedHandler.Json("""{"audits":[]}""");
            }

            sent.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException();
        });
        IMetricSpotClient client = TestClient.Create(handler, time, static options => (options.MetricSpot.MaxRetries, options.MetricSpot.RetryDelay) = (0, TimeSpan.Zero)).MetricSpot;

        Task call = other ? client.QueueAuditAsync(Page) : client.RunAnonymousAuditAsync(Page);
        await sent.Task;
        time.Advance(TimeSpan.FromSeconds(seconds - 1));
        Assert.False(call.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));
        var exception = await Assert.ThrowsAsync<SeoAuditTimeoutException>(() => call);

        Assert.Equal(TimeSpan.FromSeconds(seconds), exception.Timeout);
        Assert.Single(handler.Requests, static request => request.Method == HttpMethod.Post);
    }
}
