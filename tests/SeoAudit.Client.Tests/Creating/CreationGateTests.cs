using SeoAudit.Client.Creating;

namespace SeoAudit.Client.Tests.Creating;

public sealed class CreationGateTests
{
    private readonly CreationGate _gate = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sending_goes_on_side_by_side_and_a_look_waits_for_the_last_of_it()
    {
        await _gate.EnterSendingAsync(Stop);
        await _gate.EnterSendingAsync(Stop);
        Task look = _gate.EnterLookAsync(Stop);

        _gate.LeaveSending();
        Assert.False(look.IsCompleted);
        _gate.LeaveSending();

        await look;
    }

    [Fact]
    public async Task While_one_looks_nothing_is_sent_and_no_other_looks()
    {
        await _gate.EnterLookAsync(Stop);
        Task look = _gate.EnterLookAsync(Stop);
        Task send = _gate.EnterSendingAsync(Stop);
        Assert.False(look.IsCompleted || send.IsCompleted);

        _gate.LeaveLook();
        await look;
        Assert.False(send.IsCompleted);
        _gate.LeaveLook();

        await send;
    }

    [Fact]
    public async Task What_waits_to_look_is_let_in_before_what_comes_to_be_sent_after_it()
    {
        await _gate.EnterSendingAsync(Stop);
        Task look = _gate.EnterLookAsync(Stop);
        Task send = _gate.EnterSendingAsync(Stop);
        Assert.False(send.IsCompleted);

        _gate.LeaveSending();
        await look;
        Assert.False(send.IsCompleted);
        _gate.LeaveLook();

        await send;
    }

    [Fact]
    public async Task A_look_that_is_given_up_holds_nothing_back()
    {
        await _gate.EnterSendingAsync(Stop);
        using var gone = new CancellationTokenSource();
        Task look = _gate.EnterLookAsync(gone.Token);

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => look);
        await _gate.EnterSendingAsync(Stop);
        _gate.LeaveSending();
        _gate.LeaveSending();
        await _gate.EnterLookAsync(Stop);
    }

    [Fact]
    public async Task What_is_given_up_before_it_is_sent_holds_nothing_back()
    {
        await _gate.EnterLookAsync(Stop);
        using var gone = new CancellationTokenSource();
        Task send = _gate.EnterSendingAsync(gone.Token);

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => send);
        _gate.LeaveLook();
        await _gate.EnterSendingAsync(Stop);
        Task look = _gate.EnterLookAsync(Stop);
        Assert.False(look.IsCompleted);
        _gate.LeaveSending();
        await look;
    }
}
