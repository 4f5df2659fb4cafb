using System.Net;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Http;

public sealed class CircuitBreakerTests
{
    private const int Calls = 60;

    [Theory]
    [InlineData(503)]
    [InlineData(502)]
    [InlineData(0)]
    public async Task A_dead_service_is_given_a_rest(int status)
    {
        var time = new FakeTimeProvider();
        var alive = false;
        using var handler = new ScriptedHandler(_ =>
            alive ? ScriptedHandler.Json("""{"balance":1}""")
            : status == 0 ? throw new HttpRequestException(HttpRequestError.ConnectionError)
            : ScriptedHandler.Json("{}", (HttpStatusCode)status));
        ISeoAuditClient client = Client(handler, time);

        SeoAuditException last = await FailAsync(client.Seogent);

        Assert.InRange(handler.Requests.Count, 20, Calls - 1);
        Assert.True(last.IsTransient);
        Assert.Equal(0, last.Attempts);
        Assert.InRange(last.RateLimit!.RetryAfter!.Value.TotalSeconds, 1, 10);
        int sent = handler.Requests.Count;
        await Assert.ThrowsAsync<SeoAuditException>(() => client.SeoPeek.AuditAsync(new Uri("https://example.com/")));
        Assert.Equal(sent + 1, handler.Requests.Count);

        alive = true;
        time.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal(1, (await client.Seogent.GetCreditsAsync()).Balance);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(429)]
    [InlineData(404)]
    public async Task A_service_that_answers_is_not_dead(int status)
    {
        using var handler = new ScriptedHandler(_ => ScriptedHandler.Json("{}", (HttpStatusCode)status));

        await FailAsync(Client(handler, new FakeTimeProvider()).Seogent);

        Assert.Equal(Calls, handler.Requests.Count);
    }

    private static ISeoAuditClient Client(ScriptedHandler handler, FakeTimeProvider time) => TestClient.Create(handler, time, options =>
    {
        options.Seogent.MaxRetries = 0;
        options.SeoPeek.MaxRetries = 0;
    });

    private static async Task<SeoAuditException> FailAsync(ISeogentClient client)
    {
        SeoAuditException last = null!;
        for (var call = 0; call < Calls; call++)
        {
            last = await Assert.ThrowsAnyAsync<SeoAuditException>(() => client.GetCreditsAsync());
        }

        return last;
    }
}
