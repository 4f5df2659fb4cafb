using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;
using SeoAudit.Client.Bulk;
using SeoAudit.Client.Caching;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Caching;

/// <summary>A run that audits pages for others as well, and is left, or breaks, while they wait.</summary>
public sealed class LeftRunTests : IDisposable
{
    private static readonly Uri Page = new("https://example.com/");

    private readonly ScriptedHandler _handler = CachingApp.Service();

    public void Dispose() => _handler.Dispose();

    [Fact]
    public async Task Its_pages_go_on_for_those_who_wait_and_are_not_bought_again()
    {
        await using var app = new CachingApp(_handler);
        var inner = new Inner();
        var run = new CachingBulkAuditor(inner, app.Seam, new BulkAuditOptions());
        using var left = new CancellationTokenSource();
        Task alone = run.AuditAsync(Batch(new Uri(Page, "/alone"), new Target()), left.Token);
        Task shared = run.AuditAsync(Batch(Page, new Target()), left.Token);
        Task<PageAudit> waiting = app.AuditAsync(Page);
        await inner.BegunAsync(2);

        await left.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => alone);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => shared);
        run.Dispose();

        Assert.False(inner.IsDisposed);
        Assert.All(inner.Tokens, static token => Assert.False(token.IsCancellationRequested));
        inner.Answer.SetResult();
        Assert.Equal((Page, 7d, true), ((await waiting).Url, (await waiting).Score, (await waiting).IsCached));
        await inner.Disposed.Task;
        Assert.Empty(_handler.Requests);
    }

    [Fact]
    public async Task Where_nobody_waits_everything_is_cancelled_and_given_back()
    {
        await using var app = new CachingApp(_handler);
        var inner = new Inner();
        var run = new CachingBulkAuditor(inner, app.Seam, new BulkAuditOptions());
        using var left = new CancellationTokenSource();
        Task[] pages = [.. Enumerable.Range(0, 2).Select(page => run.AuditAsync(Batch(new Uri(Page, $"/{page}"), new Target()), left.Token))];
        await inner.BegunAsync(2);

        await left.CancelAsync();
        foreach (Task page in pages)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => page);
        }

        run.Dispose();
        run.Dispose();
        await inner.Disposed.Task;
        Assert.All(inner.Tokens, static token => Assert.True(token.IsCancellationRequested));
    }

    [Fact]
    public async Task Where_it_had_not_begun_who_waits_has_the_page_audited()
    {
        var lookup = new TaskCompletionSource();
        await using var app = new CachingApp(_handler, services => services.AddSingleton<HybridCache>(new BrokenCache(_ => lookup.Task)));
        var inner = new Inner();
        var run = new CachingBulkAuditor(inner, app.Seam, new BulkAuditOptions());
        using var left = new CancellationTokenSource();
        Task owner = run.AuditAsync(Batch(Page, new Target()), left.Token);
        Task<PageAudit> waiting = app.AuditAsync(Page);

        await left.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => owner);
        run.Dispose();
        Assert.True(inner.IsDisposed);
        lookup.SetResult();

        Assert.Equal((80d, false), ((await waiting).Score, (await waiting).IsCached));
        Assert.Empty(inner.Tokens);
        Assert.Single(_handler.Requests);
    }

    [Fact]
    public async Task What_it_can_no_longer_write_down_is_not_lost_to_others()
    {
        await using var app = new CachingApp(_handler);
        var inner = new Inner();
        using var run = new CachingBulkAuditor(inner, app.Seam, new BulkAuditOptions());
        Task owner = run.AuditAsync(Batch(Page, new Target { Fault = new ObjectDisposedException("journal") }), CancellationToken.None);
        Task<PageAudit> waiting = app.AuditAsync(Page);

        inner.Answer.SetResult();

        Assert.Equal(7, (await waiting).Score);
        Assert.True((await app.AuditAsync(Page)).IsCached);
        Assert.Empty(_handler.Requests);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => owner);
    }

    [Fact]
    public async Task Its_own_faults_are_nobody_elses()
    {
        await using var app = new CachingApp(_handler);
        var fault = new SeoAuditJournalException("disk full");
        var inner = new Inner { Fault = fault };
        using var run = new CachingBulkAuditor(inner, app.Seam, new BulkAuditOptions());
        Task owner = run.AuditAsync(Batch(Page, new Target()), CancellationToken.None);
        Task<PageAudit>[] waiting = [.. Enumerable.Range(0, 20).Select(_ => app.AuditAsync(Page))];

        inner.Answer.SetResult();

        Assert.Same(fault, await Assert.ThrowsAsync<SeoAuditJournalException>(() => owner));
        Assert.Single(await Task.WhenAll(waiting), static audit => !audit.IsCached);
        Assert.Single(_handler.Requests);
    }

    [Fact]
    public async Task What_the_service_says_is_told_to_all()
    {
        await using var app = new CachingApp(_handler);
        var inner = new Inner { Fault = new SeoAuditQuotaException("no credits") };
        using var run = new CachingBulkAuditor(inner, app.Seam, new BulkAuditOptions());
        Task owner = run.AuditAsync(Batch(Page, new Target()), CancellationToken.None);
        Task<PageAudit> waiting = app.AuditAsync(Page);

        inner.Answer.SetResult();

        await Assert.ThrowsAsync<SeoAuditQuotaException>(() => owner);
        await Assert.ThrowsAsync<SeoAuditQuotaException>(() => waiting);
        Assert.Empty(_handler.Requests);
    }

    private static BulkBatch Batch(Uri page, IBatchTarget target) => new([new BulkItem(page, page, index: 0)], AuditService.SeoPeek, target);

    private sealed class Inner : IBulkAuditor
    {
        public TaskCompletionSource Answer { get; } = new();

        public TaskCompletionSource Disposed { get; } = new();

        public List<CancellationToken> Tokens { get; } = [];

        public Exception? Fault { get; init; }

        public bool IsDisposed => Disposed.Task.IsCompleted;

        public AuditService Service => AuditService.SeoPeek;

        public bool Queues => false;

        public int DefaultConcurrency => 1;

        public int BatchSize => 1;

        public async Task BegunAsync(int count)
        {
            for (var isBegun = false; !isBegun;)
            {
                await Task.Yield();
                lock (Tokens)
                {
                    isBegun = Tokens.Count == count;
                }
            }
        }

        public async Task AuditAsync(BulkBatch batch, CancellationToken cancellationToken)
        {
            lock (Tokens)
            {
                Tokens.Add(cancellationToken);
            }

            await Answer.Task.WaitAsync(cancellationToken);
            if (Fault is not null)
            {
                throw Fault;
            }

            await batch.SucceedAsync(batch.Items[0], new PageAudit { Url = batch.Items[0].Url, Service = Service, Score = 7 });
        }

        public Task<bool> ResumeAsync(QueuedBatch queued, BulkBatch batch, CancellationToken cancellationToken) => throw new NotSupportedException();

        public void Dispose() => Disposed.SetResult();
    }

    private sealed class Target : IBatchTarget
    {
        public Exception? Fault { get; init; }

        public ValueTask QueueingAsync(BulkBatch batch) => ValueTask.CompletedTask;

        public void Held(BulkBatch batch, SeoAuditException refusal)
        {
        }

        public ValueTask QueuedAsync(BulkBatch batch, string operationId) => ValueTask.CompletedTask;

        public ValueTask RefusedAsync(BulkBatch batch) => ValueTask.CompletedTask;

        public ValueTask EndedAsync(BulkBatch batch) => ValueTask.CompletedTask;

        public ValueTask SettleAsync(BulkItem item, PageAuditOutcome outcome) => Fault is null ? ValueTask.CompletedTask : throw Fault;
    }
}
