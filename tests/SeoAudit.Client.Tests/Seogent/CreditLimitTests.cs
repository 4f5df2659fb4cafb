using System.Net;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Creating;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Seogent;

public sealed class CreditLimitTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly ScanDesk _desk;

    public CreditLimitTests() => _desk = new ScanDesk(_time);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_scan_over_the_limit_is_cancelled_and_both_numbers_are_told()
    {
        _desk.Estimate = 500;

        var exception = await Assert.ThrowsAsync<SeoAuditCreditLimitException>(() => StartAsync(max: 499));

        Assert.Equal((499, 500, 1_000, true), (exception.MaxCredits, exception.EstimatedCredits, exception.Balance, exception.IsCancelled));
        Assert.Equal([exception.OperationId!], _desk.Cancelled);
        Assert.Contains("500", exception.Message, StringComparison.Ordinal);
        Assert.Contains("499", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scan_within_the_limit_goes_on_and_the_limit_is_not_sent()
    {
        _desk.Estimate = 500;

        ScanOperation scan = await StartAsync(max: 500);

        Assert.Equal(_desk.Ids, [scan.Id]);
        Assert.Empty(_desk.Cancelled);
        Assert.EndsWith("/credits", _desk.Handler.Requests[0].Url.AbsolutePath, StringComparison.Ordinal);
        Assert.DoesNotContain("500", _desk.Handler.Requests[1].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task A_scan_that_the_account_cannot_pay_for_is_cancelled_unless_credits_are_renewed(bool autoRenew, bool isCancelled)
    {
        (_desk.Balance, _desk.Estimate, _desk.AutoRenew) = (100, 101, autoRenew);

        Exception? end = await Record.ExceptionAsync(() => StartAsync(max: 1_000));

        Assert.Equal(isCancelled, end is SeoAuditCreditLimitException { Balance: 100 });
        Assert.Equal(isCancelled ? 1 : 0, _desk.Cancelled.Count);
    }

    [Fact]
    public async Task Without_any_credits_nothing_is_sent()
    {
        _desk.Balance = 0;

        var exception = await Assert.ThrowsAsync<SeoAuditCreditLimitException>(() => StartAsync(max: 10));

        Assert.Equal((10, null, 0, true), (exception.MaxCredits, exception.EstimatedCredits, exception.Balance, exception.IsCancelled));
        Assert.Equal(0, _desk.Posts);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task A_limit_below_one_is_refused_before_anything_is_sent(long max)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => StartAsync(max));
        Assert.Empty(_desk.Handler.Requests);
    }

    [Fact]
    public async Task Without_a_limit_no_credits_are_read()
    {
        await _desk.Client().Seogent.StartScanAsync(ScanRequest.ForDomain("example.com", 5), Stop);

        Assert.Single(_desk.Handler.Requests);
    }

    [Fact]
    public async Task A_scan_without_an_estimate_goes_on()
    {
        _desk.Estimate = null;

        Assert.NotEmpty((await StartAsync(max: 1)).Id);
    }

    [Fact]
    public async Task A_scan_that_cannot_be_cancelled_is_told_as_such()
    {
        _desk.Estimate = 50;
        _desk.CancelFault = static () => ScanDesk.Status(HttpStatusCode.Forbidden);

        var exception = await Assert.ThrowsAsync<SeoAuditCreditLimitException>(() => StartAsync(max: 10));

        Assert.False(exception.IsCancelled);
        Assert.IsType<SeoAuditAuthenticationException>(exception.InnerException);
        Assert.NotNull(exception.OperationId);
    }

    [Fact]
    public async Task A_caller_who_goes_does_not_keep_the_scan_from_being_cancelled()
    {
        using var gone = new CancellationTokenSource();
        _desk.Estimate = 50;
        _desk.CancelFault = () =>
        {
            gone.Cancel();
            return ScriptedHandler.Json("{}");
        };

        var exception = await Assert.ThrowsAsync<SeoAuditCreditLimitException>(
            () => _desk.Client().Seogent.StartScanAsync(ScanRequest.ForDomain("example.com", 5) with { MaxCredits = 10 }, gone.Token));

        Assert.True(exception.IsCancelled);
    }

    private Task<ScanOperation> StartAsync(long max) =>
        _desk.Client().Seogent.StartScanAsync(ScanRequest.ForDomain("example.com", 5) with { MaxCredits = max }, Stop);
}
