using SeoAudit.Client.Creating;
using SeoAudit.Client.Pacing;

namespace SeoAudit.Client.Http;

/// <summary>What one pass through the pipeline may take, and what became of it, for whoever has to decide about the next.</summary>
/// <param name="allowance">How long the pass may take; null for what the settings allow a call.</param>
/// <param name="gate">What the pass enters when it is about to be sent, and its maker leaves; null for nothing.</param>
internal sealed class CallWatch(TimeSpan? allowance = null, CreationGate? gate = null)
{
    private const int Asked = 1;
    private const int Inside = 2;
    private const int Left = 3;

    // A machine that has lost its clock tells a time before there were such services.
    private const int FirstYear = 2000;

    private int _place;
    private bool _wasAnswered;

    public TimeSpan? Allowance => allowance;

    /// <summary>The one permit of all passes of the call; null where the pass has its own.</summary>
    public CallPermit? Permit { get; init; }

    /// <summary>When its turn came, by this machine's clock; null where it never did.</summary>
    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>The same on the clock that nobody sets.</summary>
    public long StartedTimestamp { get; private set; }

    /// <summary>How long it took from then on.</summary>
    public TimeSpan Elapsed { get; private set; }

    /// <summary>Whether anything of the request's body can have reached the service.</summary>
    public bool WasSent { get; private set; }

    /// <summary>What came of it; null for an answer, or where its caller gave up.</summary>
    public SeoAuditException? Failure { get; set; }

    /// <summary>The service's clock as the last answer told it, less this machine's; null where no answer did.</summary>
    public TimeSpan? ClockOffset { get; private set; }

    /// <summary>Takes part in what the gate keeps in order, for as long as the pass and what is made of its answer take.</summary>
    public async ValueTask EnterAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        // Once, although a handler of the app may send it several times, even at once, and not see to all of them.
        if (gate is not null && Interlocked.CompareExchange(ref _place, Asked, 0) == 0)
        {
            await gate.EnterSendingAsync(cancellationToken).ConfigureAwait(false);
            if (Interlocked.CompareExchange(ref _place, Inside, Asked) != Asked)
            {
                gate.LeaveSending();
            }
        }

        if (StartedAt is null)
        {
            StartedAt = time.GetUtcNow();
            StartedTimestamp = time.GetTimestamp();
        }
    }

    public void Leave()
    {
        if (Interlocked.Exchange(ref _place, Left) == Inside)
        {
            gate!.LeaveSending();
        }
    }

    /// <summary>Takes in that an answer came, and when the service says it wrote it. The date is rounded down and was written a while ago, so the offset is never too large.</summary>
    public void Observe(HttpResponseMessage response, TimeProvider time)
    {
        _wasAnswered = true;
        if (response.Headers.Date is { Year: >= FirstYear } date)
        {
            ClockOffset = date - time.GetUtcNow();
        }
    }

    public void End(HttpRequestMessage request, TimeSpan elapsed)
    {
        Elapsed += elapsed;
        WasSent |= _wasAnswered || request.Content is not RequestBody body || !body.TryWithdraw();
    }
}
