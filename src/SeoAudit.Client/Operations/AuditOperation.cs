using SeoAudit.Client.Diagnostics;
using SeoAudit.Client.Operations;
using SeoAudit.Client.Validation;

namespace SeoAudit.Client;

/// <summary>Something that a service has queued, and that can be waited for, in this process or, from its id, in another.</summary>
/// <typeparam name="TResult">What it ends in.</typeparam>
/// <remarks>Safe for concurrent use. Tests can derive from it, or build the derived types on a client of their own.</remarks>
public abstract class AuditOperation<TResult>
{
    private readonly PollingOptions _polling;
    private readonly TimeProvider _time;
    private readonly long? _started;
    private AuditProgress? _progress;

    /// <summary>Creates an operation from its id.</summary>
    /// <param name="service">The service that has it.</param>
    /// <param name="id">The id that the service gave.</param>
    /// <param name="polling">How it is waited for where <see cref="WaitOptions"/> do not say.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <param name="justStarted">Whether it was queued just now, so that the first poll can be put off.</param>
    /// <exception cref="ArgumentException"><paramref name="id"/> is no id.</exception>
    protected AuditOperation(
        AuditService service, string id, PollingOptions polling, TimeProvider? timeProvider = null, bool justStarted = false)
    {
        ArgumentNullException.ThrowIfNull(polling);
        Service = service;
        Id = Require.PathSegment(id);
        _polling = polling;
        _time = timeProvider ?? TimeProvider.System;
        _started = justStarted ? _time.GetTimestamp() : null;
    }

    /// <summary>The service that has it.</summary>
    public AuditService Service { get; }

    /// <summary>The id that the service gave: enough to take the operation up again in another process.</summary>
    public string Id { get; }

    /// <summary>Whether it was found at the service after the answer to the call that created it had been lost.</summary>
    public bool IsAdopted { get; internal init; }

    /// <summary>What the last poll said; null before the first. Does not call the service.</summary>
    public AuditProgress? Progress => Volatile.Read(ref _progress);

    /// <summary>Whether the last poll found it at its end, good or bad. Does not call the service.</summary>
    public bool IsCompleted => Progress is { IsFinal: true };

    /// <summary>Where it goes on when nobody waits for it, in words.</summary>
    internal virtual string Whereabouts => OperationWaiter.AtTheService;

    /// <summary>Where waits are told of; null where it does not come from a registered client.</summary>
    internal ClientTelemetry? Telemetry { get; init; }

    /// <summary>Asks the service how far it is, once.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The state, also kept in <see cref="Progress"/>.</returns>
    /// <exception cref="SeoAuditException">The service could not be asked.</exception>
    public async Task<AuditProgress> UpdateStatusAsync(CancellationToken cancellationToken = default)
    {
        AuditProgress progress = await PollAsync(cancellationToken).ConfigureAwait(false);
        return LatestAnswer.Keep(ref _progress, progress, static known => known.IsFinal);
    }

    /// <summary>
    /// Waits until the service is done and returns what it made. Polls at the service's pace, survives polls that fail for
    /// passing reasons, and gets the full result once.
    /// </summary>
    /// <param name="options">How to wait; null for the service's defaults.</param>
    /// <param name="cancellationToken">Cancels the wait, not the audit.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="AuditFailedException">The service gave up on it, or it was cancelled.</exception>
    /// <exception cref="SeoAuditTimeoutException">The deadline passed; the exception carries the id to resume from.</exception>
    /// <exception cref="SeoAuditRateLimitException">The service asked to wait past the deadline.</exception>
    /// <exception cref="SeoAuditException">The service refused to be asked; the exception carries the id to resume from.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<TResult> WaitForCompletionAsync(WaitOptions? options = null, CancellationToken cancellationToken = default)
    {
        WaitPlan plan = WaitPlan.Create(options, _polling);
        ObservedWait? observed = ObservedWait.Start(Service, Id, Telemetry, _time);
        try
        {
            if (!IsCompleted)
            {
                var waiter = new OperationWaiter(Service, Id, plan, _time, Whereabouts, PauseAsync);
                await waiter.WaitAsync(
                    observed is null ? UpdateStatusAsync : observed.Observing(UpdateStatusAsync), FirstDelay(plan), cancellationToken).ConfigureAwait(false);
            }

            TResult result = await GetResultAsync(cancellationToken).ConfigureAwait(false);
            observed?.End(exception: null);
            return result;
        }
        catch (Exception exception)
        {
            observed?.End(exception);
            Telemetry?.WaitFailed(Service, Id, exception);
            if (exception is SeoAuditException { OperationId: null } own)
            {
                // Whatever went wrong, the audit was paid for: its id must reach the caller.
                own.Facts = own.Facts with { OperationId = Id, Service = Service };
            }

            throw;
        }
    }

    /// <summary>Asks the service for the state, by its lightest endpoint.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The state.</returns>
    protected abstract Task<AuditProgress> PollAsync(CancellationToken cancellationToken);

    /// <summary>Gets the full result of what is completed; called once a wait.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The result.</returns>
    /// <exception cref="AuditFailedException">It did not end well.</exception>
    protected abstract Task<TResult> GetResultAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Waits before the next poll. A type that is told of changes in another way can end the wait when there is reason to poll at once.
    /// </summary>
    /// <param name="delay">How long to wait at most.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>A task that ends when it is time to poll.</returns>
    protected virtual Task PauseAsync(TimeSpan delay, CancellationToken cancellationToken) => Task.Delay(delay, _time, cancellationToken);

    /// <summary>Takes a state that is known without a poll.</summary>
    internal void Know(AuditProgress progress) => Volatile.Write(ref _progress, progress);

    private TimeSpan FirstDelay(WaitPlan plan)
    {
        TimeSpan passed = _started is { } started ? _time.GetElapsedTime(started) : plan.InitialDelay;
        return passed < plan.InitialDelay && Progress is null ? plan.InitialDelay - passed : TimeSpan.Zero;
    }
}
