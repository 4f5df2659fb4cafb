using System.Net;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Bulk;

/// <summary>A SEOPeek that answers at once, or refuses, as the test says, on a clock of the test's.</summary>
internal sealed class PacedService : IDisposable
{
    private readonly Func<PacedService, Uri, Task<HttpResponseMessage>> _answer;
    private readonly List<(Uri Page, TimeSpan At)> _asked = [];
    private DateTimeOffset? _start;

    public PacedService(Func<PacedService, Uri, HttpResponseMessage> answer)
        : this((self, page) => Task.FromResult(answer(self, page)))
    {
    }

    public PacedService(Func<PacedService, Uri, Task<HttpResponseMessage>> answer)
    {
        _answer = answer;
        Handler = new ScriptedHandler((request, _) => SendAsync(request));
        Client = TestClient.Create(Handler, Time);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 29, 10, 0, 0, TimeSpan.Zero));

    public ScriptedHandler Handler { get; }

    public ISeoAuditClient Client { get; }

    /// <summary>The pages that were asked for, with the time since the first.</summary>
    public IReadOnlyList<(Uri Page, TimeSpan At)> Asked
    {
        get
        {
            lock (_asked)
            {
                return [.. _asked];
            }
        }
    }

    public TimeSpan Passed => Time.GetUtcNow() - (_start ?? Time.GetUtcNow());

    public static HttpResponseMessage Good(Uri page) => BulkHarness.Good(page);

    public static HttpResponseMessage TooMany(int? retryAfterSeconds)
    {
        HttpResponseMessage response = ScriptedHandler.Json("{}", HttpStatusCode.TooManyRequests);
        if (retryAfterSeconds is { } seconds)
        {
            response.Headers.RetryAfter = new(TimeSpan.FromSeconds(seconds));
        }

        return response;
    }

    /// <summary>Runs to the end, letting the clock run.</summary>
    public async Task<List<PageAuditOutcome>> RunAsync(IAsyncEnumerable<Uri> pages, BulkAuditOptions options, double limit = 20_000)
    {
        return await Time.RunAsync(
            async () =>
            {
                var outcomes = new List<PageAuditOutcome>();
                await foreach (PageAuditOutcome outcome in Client.AuditPagesAsync(pages, options, TestContext.Current.CancellationToken))
                {
                    outcomes.Add(outcome);
                }

                return outcomes;
            },
            step: 0.1,
            limit);
    }

    public void Dispose() => Handler.Dispose();

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        Uri page = Answers.AuditedPage(request);
        lock (_asked)
        {
            _start ??= Time.GetUtcNow();
            _asked.Add((page, Passed));
        }

        return _answer(this, page);
    }
}
