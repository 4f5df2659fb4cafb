using System.Collections.Concurrent;
using Hangfire;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Hangfire.Tests.Support;

/// <summary>A storage, a service, SEOPeek, and the machines between them; the other services sell nothing.</summary>
internal sealed class Scene(JobStorage storage, Func<Uri, CancellationToken, Task<HttpResponseMessage>>? answer = null, TimeProvider? time = null) : IAsyncDisposable
{
    /// <summary>The key that must be found nowhere.</summary>
    public const string Key = "seopeek-key-that-is-nobodys-0123456789";

    private readonly ConcurrentQueue<string> _asked = [];
    private readonly List<Machine> _machines = [];

    public JobStorage Storage => storage;

    /// <summary>The pages that the service was asked for, by the last segment of their path.</summary>
    public IReadOnlyList<string> Asked => [.. _asked];

    public static Uri Page(int index) => new($"https://example.com/{index}");

    public static Uri[] Pages(int count) => [.. Enumerable.Range(0, count).Select(Page)];

    public static HttpResponseMessage Good(Uri page) => ScriptedHandler.Json(Answers.SeoPeekAudit(page.AbsoluteUri));

    public static HttpResponseMessage Spent(int retryAfterSeconds)
    {
        HttpResponseMessage response = ScriptedHandler.Json("""{"error":"Daily limit reached"}""", System.Net.HttpStatusCode.TooManyRequests);
        response.Headers.RetryAfter = new System.Net.Http.Headers.RetryConditionHeaderValue(TimeSpan.FromSeconds(retryAfterSeconds));
        return response;
    }

    public Machine Add(Action<HangfireJobsOptions>? configure = null)
    {
        var machine = new Machine(storage, new ScriptedHandler(AnswerAsync), configure, time);
        _machines.Add(machine);
        return machine;
    }

    public Task<Machine> StartAsync(Action<HangfireJobsOptions>? configure = null) => Add(configure).StartAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (Machine machine in _machines)
        {
            await machine.DisposeAsync();
        }
    }

    private Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Post)
        {
            return Task.FromResult(ScriptedHandler.Json("{}", System.Net.HttpStatusCode.PaymentRequired));
        }

        Uri page = Answers.AuditedPage(request);
        _asked.Enqueue(page.AbsolutePath[1..]);
        return answer is null ? Task.FromResult(Good(page)) : answer(page, cancellationToken);
    }
}
