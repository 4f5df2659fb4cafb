using System.Net;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Creating;

public sealed class UnknownOutcomeTests : IDisposable
{
    private static readonly ScanRequest Request = ScanRequest.ForDomain("example.com", 10);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 12, 12, 0, 0, TimeSpan.Zero));
    private readonly ScanDesk _desk;

    public UnknownOutcomeTests() => _desk = new ScanDesk(_time);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task When_the_look_fails_too_the_caller_is_told_what_to_check()
    {
        _desk.Accept(ScanDesk.Reset);
        _desk.ListFault = static () => ScanDesk.Status(HttpStatusCode.Forbidden);

        SeoAuditOutcomeUnknownException unknown = await FailAsync();

        Assert.Equal((AuditService.Seogent, "CreateScan", false, 1), (unknown.Service!.Value, unknown.Operation, unknown.IsTransient, unknown.Attempts));
        Assert.IsType<SeoAuditException>(unknown.InnerException);
        Assert.Contains("ListScansAsync", unknown.WhatToCheck, StringComparison.Ordinal);
        Assert.Contains(unknown.WhatToCheck!, unknown.Message, StringComparison.Ordinal);
        Assert.Contains("Whether SEOgent did it is not known, and looking for it failed too:", unknown.Message, StringComparison.Ordinal);
        Assert.Contains("403", unknown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_desk.Token, unknown.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, _desk.Posts);
    }

    [Fact]
    public async Task What_was_accepted_is_found_later_and_stays_found()
    {
        _desk.Accept(ScanDesk.Reset);
        _desk.ListFault = static () => ScanDesk.Status(HttpStatusCode.Forbidden);
        SeoAuditOutcomeUnknownException unknown = await FailAsync();
        await Assert.ThrowsAsync<SeoAuditAuthenticationException>(() => unknown.ReconcileAsync(Stop));
        _desk.ListFault = null;
        _time.Advance(TimeSpan.FromHours(1));

        string?[] found = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => unknown.ReconcileAsync(Stop)));

        Assert.All(found, id => Assert.Equal(Assert.Single(_desk.Ids), id));
        Assert.True(unknown.CanReconcile);
    }

    [Fact]
    public async Task What_was_found_belongs_to_no_other_call()
    {
        _desk.Accept(ScanDesk.Reset);
        _desk.ListFault = static () => ScanDesk.Status(HttpStatusCode.Forbidden);
        SeoAuditOutcomeUnknownException first = await FailAsync();
        _desk.Refuse(ScanDesk.Reset);
        SeoAuditOutcomeUnknownException second = await FailAsync();
        _desk.ListFault = null;

        Assert.Equal(Assert.Single(_desk.Ids), await first.ReconcileAsync(Stop));
        Assert.Null(await second.ReconcileAsync(Stop));
    }

    [Fact]
    public async Task Where_nothing_was_accepted_the_call_can_be_made_again()
    {
        _desk.Refuse(ScanDesk.Reset);
        _desk.ListFault = static () => ScanDesk.Status(HttpStatusCode.Forbidden);
        SeoAuditOutcomeUnknownException unknown = await FailAsync();
        _desk.ListFault = null;

        Assert.Null(await unknown.ReconcileAsync(Stop));
        ScanOperation scan = await _desk.Client().Seogent.StartScanAsync(Request, Stop);
        Assert.Equal(Assert.Single(_desk.Ids), scan.Id);
    }

    [Fact]
    public async Task A_look_waits_out_what_the_service_asks_for()
    {
        var asked = 0;
        _desk.Accept(ScanDesk.Reset);
        _desk.ListFault = () =>
        {
            _desk.ListFault = ++asked < 2 ? _desk.ListFault : null;
            return ScanDesk.Status(HttpStatusCode.TooManyRequests, "5");
        };

        ScanOperation scan = await _time.RunAsync(() => _desk.Client().Seogent.StartScanAsync(Request, Stop), step: 0.1);

        Assert.True(scan.IsAdopted);
        Assert.Equal(1, _desk.Posts);
    }

    [Fact]
    public async Task A_look_is_made_although_the_time_of_the_call_is_over()
    {
        _desk.Accept(static () => ScanDesk.Status(HttpStatusCode.GatewayTimeout));
        ISeogentClient client = _desk.Client(configure: static options =>
        {
            options.Seogent.TotalTimeout = options.Seogent.AttemptTimeout = TimeSpan.FromSeconds(0.1);
            options.Seogent.RetryDelay = TimeSpan.FromSeconds(1);
        }).Seogent;

        Assert.True((await _time.RunAsync(() => client.StartScanAsync(Request, Stop), step: 0.1)).IsAdopted);
    }

    [Fact]
    public async Task A_look_that_hangs_ends()
    {
        _desk.Accept(ScanDesk.Reset);
        using var silent = new ScriptedHandler(async (request, stop) =>
        {
            if (request.Method == HttpMethod.Post)
            {
                return ScanDesk.Reset();
            }

            await Task.Delay(Timeout.Infinite, stop);
            throw new InvalidOperationException();
        });
        ISeogentClient client = TestClient.Create(silent, _time, options => options.Seogent.ApiToken = _desk.Token).Seogent;

        var unknown = await Assert.ThrowsAsync<SeoAuditOutcomeUnknownException>(
            () => _time.RunAsync(() => client.StartScanAsync(Request, Stop), step: 0.25, limit: 10_000));
        var later = await Assert.ThrowsAsync<SeoAuditTimeoutException>(
            () => _time.RunAsync(() => unknown.ReconcileAsync(Stop), step: 0.25, limit: 10_000));

        Assert.Contains("looking for it failed too: SEOgent", unknown.Message, StringComparison.Ordinal);
        Assert.StartsWith("SEOgent", later.Message, StringComparison.Ordinal);
        Assert.True(later.IsTransient);

        // None where the clock of the test ran ahead of the request.
        Assert.InRange(silent.Requests.Count(static request => request.Method == HttpMethod.Get), 0, 8);
    }

    [Fact]
    public async Task A_caller_who_goes_leaves_what_was_sent_to_be_told_apart()
    {
        ISeogentClient client = _desk.Client().Seogent;
        using var gone = new CancellationTokenSource();
        _desk.Accept(() =>
        {
            gone.Cancel();
            throw new OperationCanceledException(gone.Token);
        });
        var page = new Uri("https://example.com/a");
        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.StartScanAsync(ScanRequest.ForUrls(page, new Uri("https://example.com/b")), gone.Token));
        _desk.Refuse(ScanDesk.Reset);

        // It may be the cancelled call's, which asked for other pages.
        var unknown = await Assert.ThrowsAsync<SeoAuditOutcomeUnknownException>(() => _time.RunAsync(
            () => client.StartScanAsync(ScanRequest.ForUrls(page, new Uri("https://example.com/c")), Stop), step: 0.1));

        Assert.Equal(gone.Token, cancelled.CancellationToken);
        var ambiguous = await Assert.ThrowsAsync<SeoAuditOutcomeUnknownException>(() => unknown.ReconcileAsync(Stop));
        Assert.Contains($"'{Assert.Single(_desk.Ids)}'", ambiguous.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pdf")]
    [InlineData("key")]
    public async Task What_no_list_shows_is_sent_once_and_told(string what)
    {
        using var handler = new ScriptedHandler(static _ => ScanDesk.Reset());
        ISeoAuditClient client = TestClient.Create(handler, _time);

        var unknown = await Assert.ThrowsAsync<SeoAuditOutcomeUnknownException>(
            () => what == "pdf" ? client.MetricSpot.QueuePdfAsync("1", cancellationToken: Stop) : (Task)client.SeoPeek.CreateKeyAsync("a@example.com", Stop));

        Assert.False(unknown.CanReconcile);
        Assert.Contains("did it is not known. Before calling again: ", unknown.Message, StringComparison.Ordinal);
        Assert.Contains("lists no", unknown.WhatToCheck, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => unknown.ReconcileAsync(Stop));
        Assert.Single(handler.Requests);
    }

    private async Task<SeoAuditOutcomeUnknownException> FailAsync() =>
        await Assert.ThrowsAsync<SeoAuditOutcomeUnknownException>(
            () => _time.RunAsync(() => _desk.Client().Seogent.StartScanAsync(Request, Stop), step: 0.1));
}
