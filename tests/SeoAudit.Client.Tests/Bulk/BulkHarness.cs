using System.Runtime.CompilerServices;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Bulk;

/// <summary>Answers each audited page when the test lets it, and counts.</summary>
internal sealed class BulkHarness : IDisposable
{
    private readonly Func<Uri, CancellationToken, Task<HttpResponseMessage>> _answer;
    private int _inFlight;
    private int _maxInFlight;
    private int _cancelled;

    public BulkHarness(Func<Uri, CancellationToken, Task<HttpResponseMessage>>? answer = null)
    {
        _answer = answer ?? (static (page, _) => Task.FromResult(Good(page)));
        Handler = new ScriptedHandler(SendAsync);
        Client = TestClient.Create(Handler, configure: static options => options.SeoPeek.MaxRetries = 0);
    }

    public ScriptedHandler Handler { get; }

    public ISeoAuditClient Client { get; }

    public int MaxInFlight => Volatile.Read(ref _maxInFlight);

    public int InFlight => Volatile.Read(ref _inFlight);

    public int Cancelled => Volatile.Read(ref _cancelled);

    public static HttpResponseMessage Good(Uri page) => ScriptedHandler.Json(Answers.SeoPeekAudit(page.AbsoluteUri));

    public static Uri Page(int index) => new($"https://example.com/{index}");

    public static async IAsyncEnumerable<Uri> Pages(
        int count, Action<int>? read = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var index = 0; index < count; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
            read?.Invoke(index);
            yield return Page(index);
        }
    }

    /// <summary>Gives what runs on the pool a chance, until something is so.</summary>
    public static async Task UntilAsync(Func<bool> condition)
    {
        for (var turn = 0; turn < 2_000_000 && !condition(); turn++)
        {
            await Task.Yield();
        }

        Assert.True(condition());
    }

    public void Dispose() => Handler.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        int now = Interlocked.Increment(ref _inFlight);
        for (int seen = _maxInFlight; now > seen; seen = _maxInFlight)
        {
            Interlocked.CompareExchange(ref _maxInFlight, now, seen);
        }

        try
        {
            return await _answer(Answers.AuditedPage(request), cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Interlocked.Increment(ref _cancelled);
            throw;
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }
}
