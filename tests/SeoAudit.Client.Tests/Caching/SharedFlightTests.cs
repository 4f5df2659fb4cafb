using System.Net;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Caching;

public sealed class SharedFlightTests
{
    private static readonly Uri Page = new("https://example.com/");

    [Fact]
    public async Task A_thousand_asks_at_once_cost_one_audit()
    {
        var gate = new TaskCompletionSource();
        using ScriptedHandler handler = CachingApp.Service(gate.Task);
        await using var app = new CachingApp(handler);

        Task<PageAudit>[] asks = [.. Enumerable.Range(0, 1_000).Select(_ => Task.Run(() => app.AuditAsync(Page)))];
        gate.SetResult();
        PageAudit[] audits = await Task.WhenAll(asks);

        Assert.Single(handler.Requests);
        Assert.Single(audits, static audit => !audit.IsCached);
    }

    [Fact]
    public async Task Pages_do_not_wait_for_each_other()
    {
        var gate = new TaskCompletionSource();
        using var handler = new ScriptedHandler(async (request, stop) =>
        {
            Uri page = Answers.AuditedPage(request);
            if (page == Page)
            {
                await gate.Task.WaitAsync(stop);
            }

            return ScriptedHandler.Json(Answers.SeoPeekAudit(page.AbsoluteUri));
        });
        await using var app = new CachingApp(handler);

        Task<PageAudit> slow = app.AuditAsync(Page);
        await app.AuditAsync(new Uri(Page, "/other"));

        Assert.False(slow.IsCompleted);
        gate.SetResult();
        await slow;
    }

    [Fact]
    public async Task Who_cancels_leaves_the_others_alone()
    {
        var gate = new TaskCompletionSource();
        using ScriptedHandler handler = CachingApp.Service(gate.Task);
        await using var app = new CachingApp(handler);
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();

        Task<PageAudit> starter = app.Client.AuditPageAsync(Page, cancellationToken: first.Token);
        Task<PageAudit> joiner = app.Client.AuditPageAsync(Page, cancellationToken: second.Token);
        Task<PageAudit> patient = app.AuditAsync(Page);
        await first.CancelAsync();
        await second.CancelAsync();

        Assert.Equal(first.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => starter)).CancellationToken);
        Assert.Equal(second.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => joiner)).CancellationToken);
        Assert.False(patient.IsCompleted);
        gate.SetResult();
        Assert.Equal(80, (await patient).Score);
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task When_all_have_cancelled_the_audit_is_cancelled_and_the_next_ask_makes_a_new_one()
    {
        var sent = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        var isFirst = true;
        using var handler = new ScriptedHandler(async (request, stop) =>
        {
            if (isFirst)
            {
                isFirst = false;
                stop.Register(cancelled.SetResult);
                sent.SetResult();
                await Task.Delay(Timeout.Infinite, stop);
            }

            return ScriptedHandler.Json(Answers.SeoPeekAudit(Answers.AuditedPage(request).AbsoluteUri));
        });
        await using var app = new CachingApp(handler);
        using var stop = new CancellationTokenSource();

        Task<PageAudit>[] asks = [.. Enumerable.Range(0, 3).Select(_ => app.Client.AuditPageAsync(Page, cancellationToken: stop.Token))];
        await sent.Task;
        await stop.CancelAsync();

        foreach (Task<PageAudit> ask in asks)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ask);
        }

        await cancelled.Task;
        Assert.False((await app.AuditAsync(Page)).IsCached);
        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public async Task Who_has_cancelled_before_asks_for_nothing()
    {
        using ScriptedHandler handler = CachingApp.Service();
        await using var app = new CachingApp(handler);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => app.Client.AuditPageAsync(Page, cancellationToken: new CancellationToken(canceled: true)));

        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task All_who_wait_learn_why_it_failed_and_the_next_one_tries_again()
    {
        var gate = new TaskCompletionSource();
        var fail = true;
        using var handler = new ScriptedHandler(async (request, stop) =>
        {
            await gate.Task.WaitAsync(stop);
            return fail
                ? ScriptedHandler.Json("{}", HttpStatusCode.PaymentRequired)
                : ScriptedHandler.Json(Answers.SeoPeekAudit(Page.AbsoluteUri));
        });
        await using var app = new CachingApp(handler);

        Task<PageAudit>[] asks = [.. Enumerable.Range(0, 50).Select(_ => app.AuditAsync(Page))];
        gate.SetResult();
        foreach (Task<PageAudit> ask in asks)
        {
            await Assert.ThrowsAsync<SeoAuditQuotaException>(() => ask);
        }

        Assert.Single(handler.Requests);
        fail = false;
        Assert.False((await app.AuditAsync(Page)).IsCached);
    }

    [Fact]
    public async Task Those_who_refresh_at_once_share_one_audit_and_are_not_served_from_the_cache()
    {
        var gate = new TaskCompletionSource();
        gate.SetResult();
        var score = 0;
        using var handler = new ScriptedHandler(async (_, stop) =>
        {
            await gate.Task.WaitAsync(stop);
            return ScriptedHandler.Json(Answers.SeoPeekAudit(Page.AbsoluteUri, Interlocked.Increment(ref score)));
        });
        await using var app = new CachingApp(handler);
        await app.AuditAsync(Page);
        gate = new TaskCompletionSource();

        Task<PageAudit>[] asks = [.. Enumerable.Range(0, 20).Select(_ => app.AuditAsync(Page, CacheMode.Refresh))];
        PageAudit meanwhile = await app.AuditAsync(Page);
        gate.SetResult();
        PageAudit[] audits = await Task.WhenAll(asks);

        Assert.Equal(1, meanwhile.Score);
        Assert.All(audits, static audit => Assert.Equal(2, audit.Score));
        Assert.Single(audits, static audit => !audit.IsCached);
        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public async Task Who_finds_nothing_cached_while_others_refresh_has_their_audit_and_no_second_one()
    {
        var gate = new TaskCompletionSource();
        using ScriptedHandler handler = CachingApp.Service(gate.Task);
        await using var app = new CachingApp(handler, AddEmptyCache);

        Task<PageAudit> refresh = app.AuditAsync(Page, CacheMode.Refresh);
        Task<PageAudit>[] asks = [.. Enumerable.Range(0, 20).Select(_ => app.AuditAsync(Page))];
        gate.SetResult();

        Assert.False((await refresh).IsCached);
        Assert.All(await Task.WhenAll(asks), static audit => Assert.True(audit.IsCached));
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task Who_refreshes_does_not_have_an_audit_that_others_had_asked_for_before()
    {
        var gate = new TaskCompletionSource();
        using ScriptedHandler handler = CachingApp.Service(gate.Task);
        await using var app = new CachingApp(handler, AddEmptyCache);

        Task<PageAudit> ask = app.AuditAsync(Page);
        Task<PageAudit> refresh = app.AuditAsync(Page, CacheMode.Refresh);
        gate.SetResult();

        Assert.False((await ask).IsCached);
        Assert.False((await refresh).IsCached);
        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public async Task Those_who_come_and_go_in_any_order_get_one_audit_each_or_their_own_cancellation()
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var random = new Random(seed);
            using var handler = new ScriptedHandler(static async (request, stop) =>
            {
                await Task.Yield();
                stop.ThrowIfCancellationRequested();
                return ScriptedHandler.Json(Answers.SeoPeekAudit(Answers.AuditedPage(request).AbsoluteUri));
            });
            await using var app = new CachingApp(handler);
            Task[] asks = [.. Enumerable.Range(0, 40).Select(_ => random.Next(3)).Select(kind => Task.Run(() => AskAsync(app, kind)))];

            await Task.WhenAll(asks);

            Assert.True((await app.AuditAsync(Page)).IsCached);
        }

        static async Task AskAsync(CachingApp app, int kind)
        {
            using var stop = new CancellationTokenSource();
            Task<PageAudit> ask = app.Client.AuditPageAsync(Page, cancellationToken: kind == 0 ? default : stop.Token);
            if (kind == 1)
            {
                await stop.CancelAsync();
            }

            try
            {
                Assert.Equal(80, (await ask).Score);
            }
            catch (OperationCanceledException exception)
            {
                Assert.Equal(1, kind);
                Assert.Equal(stop.Token, exception.CancellationToken);
            }
        }
    }

    // It answers at once, so that who asks has looked by the time the next one does.
    private static void AddEmptyCache(IServiceCollection services) =>
        services.AddSingleton<HybridCache>(new BrokenCache(static _ => Task.CompletedTask));
}
