namespace SeoAudit.Client.Caching;

/// <summary>One audit that is being made, or looked up, for all who ask for it meanwhile.</summary>
#pragma warning disable CA1001 // A source of cancellation without a timer holds nothing that would have to be given back.
internal sealed class AuditFlight
#pragma warning restore CA1001
{
    private readonly TaskCompletionSource<PageAudit> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _abandoned = new();

    /// <summary>How many wait for it; guarded by the <see cref="AuditFlights"/> that it belongs to.</summary>
    public int Passengers { get; set; } = 1;

    public Task<PageAudit> Result => _result.Task;

    public async Task RunAsync(Func<CancellationToken, Task<PageAudit>> audit, Action landed)
    {
        try
        {
            PageAudit made = await audit(_abandoned.Token).ConfigureAwait(false);
            landed();
            _result.SetResult(made);
        }
        catch (Exception exception)
        {
            landed();
            _result.SetException(exception);

            // Those who wait see it; where none is left, it is nobody's.
            _ = _result.Task.Exception;
        }
    }

    /// <summary>Nobody waits any more.</summary>
    public Task AbandonAsync() => _abandoned.CancelAsync();
}
