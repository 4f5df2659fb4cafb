using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Faults;

/// <summary>A SEOPeek that serves so many requests in each second of a simulated clock, and sends the others away until a later one.</summary>
internal sealed class ThrottlingService(FakeTimeProvider time, int perSecond, int retryAfter)
{
    private readonly ConcurrentDictionary<Uri, DateTimeOffset> _notBefore = new();
    private readonly List<DateTimeOffset> _retries = [];
    private readonly object _lock = new();
    private long _second;
    private int _served;

    /// <summary>How many requests were sent away.</summary>
    public int Wasted { get; private set; }

    /// <summary>How many came before they were allowed to.</summary>
    public int TooEarly { get; private set; }

    /// <summary>When those came that had been sent away before.</summary>
    public IReadOnlyList<DateTimeOffset> Retries => _retries;

    public HttpResponseMessage Answer(HttpRequestMessage request)
    {
        lock (_lock)
        {
            DateTimeOffset now = time.GetUtcNow();
            Uri page = Answers.AuditedPage(request);
            if (_notBefore.TryGetValue(page, out DateTimeOffset allowed))
            {
                _retries.Add(now);
                TooEarly += now < allowed ? 1 : 0;
            }

            if (now.ToUnixTimeSeconds() != _second)
            {
                (_second, _served) = (now.ToUnixTimeSeconds(), 0);
            }

            if (_served++ < perSecond)
            {
                return ScriptedHandler.Json(Answers.SeoPeekAudit(page.AbsoluteUri));
            }

            Wasted++;
            _notBefore[page] = now.AddSeconds(retryAfter);
            HttpResponseMessage refusal = ScriptedHandler.Json("{}", HttpStatusCode.TooManyRequests);
            refusal.Headers.RetryAfter = new(TimeSpan.FromSeconds(retryAfter));
            return refusal;
        }
    }
}
