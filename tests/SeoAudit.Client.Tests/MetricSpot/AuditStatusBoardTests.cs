using System.Net;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Operations;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.MetricSpot;

/// <summary>Many audits that are waited for together, on a clock of the test's.</summary>
public sealed class AuditStatusBoardTests
{
    private static readonly WaitPlan Plan = new(
        TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), Progress: null);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 29, 10, 0, 0, TimeSpan.Zero));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_service_that_asks_to_be_left_alone_is_not_asked_for_the_next_audit()
    {
        var single = new List<DateTimeOffset>();
        using var handler = new ScriptedHandler((request, _) => Task.FromResult(Answer(request, id =>
        {
            single.Add(_time.GetUtcNow());
            return single.Count == 1 ? TooMany(seconds: 30) : ScriptedHandler.Json(Audit(id, "completed"));
        })));
        AuditStatusBoard board = Board(handler);

        Task all = Task.WhenAll(Enumerable.Range(1, 5).Select(id => board.WaitAsync($"{id}", justQueued: true, Stop)));
        await _time.AdvanceUntilAsync(all, TimeSpan.FromSeconds(0.1), steps: 2_500);

        await all;
        Assert.Equal(1 + 5, single.Count);
        Assert.All(single.Skip(1), asked => Assert.True(asked >= single[0] + TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task One_that_gives_up_waiting_leaves_the_others_waiting()
    {
        var isDone = false;
        using var handler = new ScriptedHandler((request, _) => Task.FromResult(
            Answer(request, id => ScriptedHandler.Json(Audit(id, isDone ? "completed" : "running")))));
        AuditStatusBoard board = Board(handler);
        using var one = CancellationTokenSource.CreateLinkedTokenSource(Stop);

        Task<MetricSpotAudit?> other = board.WaitAsync("1", justQueued: true, Stop);
        Task<MetricSpotAudit?> gone = board.WaitAsync("2", justQueued: true, one.Token);
        await one.CancelAsync();
        OperationCanceledException cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        isDone = true;
        await _time.AdvanceUntilAsync(other, TimeSpan.FromSeconds(0.1), steps: 2_500);

        Assert.Equal(one.Token, cancelled.CancellationToken);
        Assert.Equal("1", (await other)?.Id);
    }

    [Fact]
    public async Task One_that_comes_as_the_last_ends_is_seen_to()
    {
        using var handler = new ScriptedHandler((request, _) => Task.FromResult(
            Answer(request, static id => ScriptedHandler.Json(Audit(id, "completed")))));
        AuditStatusBoard board = Board(handler);

        for (var id = 1; id <= 50; id++)
        {
            Task<MetricSpotAudit?> wait = board.WaitAsync($"{id}", justQueued: false, Stop);
            await _time.AdvanceUntilAsync(wait, TimeSpan.FromSeconds(0.1), steps: 2_500);
            Assert.Equal($"{id}", (await wait)?.Id);
        }
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable, typeof(SeoAuditTimeoutException))]
    [InlineData(HttpStatusCode.TooManyRequests, typeof(SeoAuditTimeoutException))]
    [InlineData(HttpStatusCode.Unauthorized, typeof(SeoAuditAuthenticationException))]
    [InlineData(HttpStatusCode.NotFound, typeof(SeoAuditNotFoundException))]
    public async Task A_service_that_never_answers_well_ends_each_wait_with_its_own_id(HttpStatusCode status, Type expected)
    {
        using var handler = new ScriptedHandler((_, _) => Task.FromResult(ScriptedHandler.Json("{}", status)));
        AuditStatusBoard board = Board(handler);

        Task<MetricSpotAudit?>[] waits = [.. Enumerable.Range(1, 3).Select(id => board.WaitAsync($"{id}", justQueued: true, Stop))];
        Task<SeoAuditException[]> all = Task.WhenAll(waits.Select(static wait => Assert.ThrowsAnyAsync<SeoAuditException>(() => wait)));
        await _time.AdvanceUntilAsync(all, TimeSpan.FromSeconds(5), steps: 1_000);

        SeoAuditException[] failures = await all;
        Assert.All(failures, failure => Assert.IsType(expected, failure));
        Assert.Equal(["1", "2", "3"], failures.Select(static failure => failure.OperationId), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_pause_past_the_deadline_is_not_sat_out()
    {
        using var handler = new ScriptedHandler((_, _) => Task.FromResult(TooMany(seconds: 3_600)));
        AuditStatusBoard board = Board(handler);
        DateTimeOffset start = _time.GetUtcNow();

        Task<MetricSpotAudit?> wait = board.WaitAsync("1", justQueued: true, Stop);
        await _time.AdvanceUntilAsync(wait.ContinueWith(static _ => { }, TaskScheduler.Default), TimeSpan.FromSeconds(1), steps: 1_000);

        Assert.Equal("1", (await Assert.ThrowsAsync<SeoAuditTimeoutException>(() => wait)).OperationId);
        Assert.True(_time.GetUtcNow() < start + TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task Nor_by_one_that_comes_while_the_service_is_being_asked()
    {
        AuditStatusBoard? board = null;
        Task<MetricSpotAudit?>? second = null;
        using var handler = new ScriptedHandler((_, _) =>
        {
            second ??= board!.WaitAsync("2", justQueued: true, Stop);
            return Task.FromResult(TooMany(seconds: 3_600));
        });
        board = Board(handler);

        Task<MetricSpotAudit?> first = board.WaitAsync("1", justQueued: true, Stop);
        Task ended = Assert.ThrowsAsync<SeoAuditTimeoutException>(() => first);
        await _time.AdvanceUntilAsync(ended, TimeSpan.FromSeconds(1), steps: 1_000);
        Task alsoEnded = Assert.ThrowsAsync<SeoAuditTimeoutException>(() => second!);
        await _time.AdvanceUntilAsync(alsoEnded, TimeSpan.FromSeconds(1), steps: 1_000);

        await ended;
        await alsoEnded;
    }

    private AuditStatusBoard Board(HttpMessageHandler handler) =>
        new(TestClient.Create(handler, _time, static options => options.MetricSpot.MaxRetries = 0).MetricSpot, Plan, _time);

    // The list does not have them, as with more than 100.
    private static HttpResponseMessage Answer(HttpRequestMessage request, Func<string, HttpResponseMessage> single) =>
        request.RequestUri!.AbsolutePath.EndsWith("/audits", StringComparison.Ordinal)
            ? ScriptedHandler.Json(Answers.NoAudits)
            : single(request.RequestUri.Segments[^1]);

    private static HttpResponseMessage TooMany(int seconds)
    {
        HttpResponseMessage response = ScriptedHandler.Json("{}", HttpStatusCode.TooManyRequests);
        response.Headers.RetryAfter = new(TimeSpan.FromSeconds(seconds));
        return response;
    }

    private static string Audit(string id, string status) => $$"""
        {"audit":{"id":{{id}},"url":"https://example.com/","status":"{{status}}","score":80,"created_at":"2026-03-29T10:00:00Z"},"findings":[],"plan":"pro"}
        """;
}
