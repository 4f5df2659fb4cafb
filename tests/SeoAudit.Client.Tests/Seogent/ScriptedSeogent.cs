using System.Net;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Seogent;

/// <summary>A SEOgent on a fake clock whose polls are scripted; it notes when each came.</summary>
internal sealed class ScriptedSeogent : IDisposable
{
    private readonly ScriptedHandler _handler;
    private readonly Func<int, CancellationToken, Task<HttpResponseMessage>> _poll;
    private int _polls;

    public ScriptedSeogent(Func<int, HttpResponseMessage> poll)
        : this((number, _) => Task.FromResult(poll(number)))
    {
    }

    public ScriptedSeogent(Func<int, CancellationToken, Task<HttpResponseMessage>> poll)
    {
        _poll = poll;
        _handler = new ScriptedHandler(AnswerAsync);
        Client = TestClient.Create(_handler, Time, static options => options.Seogent.MaxRetries = 0).Seogent;
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 12, 12, 0, 0, TimeSpan.Zero));

    public ISeogentClient Client { get; }

    public List<double> PolledAt { get; } = [];

    public int Results => _handler.Requests.Count(request => request.Url.AbsolutePath.EndsWith("/results", StringComparison.Ordinal));

    public string LastPage { get; set; } = "null";

    public static HttpResponseMessage State(string status, double? percentage = null) =>
        ScriptedHandler.Json(SeogentSamples.StateOf(status, percentage));

    public static HttpResponseMessage Failure(HttpStatusCode status, string? retryAfter = null, string body = "{}")
    {
        HttpResponseMessage response = ScriptedHandler.Json(body, status);
        if (retryAfter is not null)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        }

        return response;
    }

    public Task<ScanOperation> StartAsync() => Client.StartScanAsync(ScanRequest.ForDomain("example.com", 10));

    public Task<ScanReport> WaitAsync(ScanOperation scan, WaitOptions? options = null, CancellationToken cancellationToken = default) =>
        Time.RunAsync(() => scan.WaitForCompletionAsync(options, cancellationToken), step: 0.25, limit: 5_000);

    public void Dispose() => _handler.Dispose();

    private Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string path = request.RequestUri!.AbsolutePath;
        if (request.Method == HttpMethod.Post)
        {
            return Task.FromResult(ScriptedHandler.Json(SeogentSamples.Created, HttpStatusCode.Created));
        }

        if (path.EndsWith("/results", StringComparison.Ordinal))
        {
            return Task.FromResult(ScriptedHandler.Json(request.RequestUri.Query.Length == 0
                ? SeogentSamples.Results
                : """{"scan_id":"s","results":{"data":[{"url":"https://example.com/2","score":1}]} }"""));
        }

        PolledAt.Add((Time.GetUtcNow() - Time.Start).TotalSeconds);
        return _poll(Interlocked.Increment(ref _polls), cancellationToken);
    }
}
