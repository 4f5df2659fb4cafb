using System.Diagnostics.CodeAnalysis;

namespace SeoAudit.Client.Creating;

/// <summary>
/// Keeps looks for what was created apart from what is being created: while one looks, nothing of the account is on its way, so
/// that everything the service has was either claimed by its own call or lost. Sending goes on side by side otherwise.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "Lives as long as the process, and nobody asks for wait handles.")]
internal sealed class CreationGate
{
    private readonly SemaphoreSlim _entrance = new(1);
    private readonly SemaphoreSlim _room = new(1);
    private int _sending;

    public async Task EnterSendingAsync(CancellationToken cancellationToken)
    {
        await _entrance.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (Interlocked.Increment(ref _sending) == 1)
            {
                await TakeRoomAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _entrance.Release();
        }
    }

    public void LeaveSending()
    {
        if (Interlocked.Decrement(ref _sending) == 0)
        {
            _room.Release();
        }
    }

    public async Task EnterLookAsync(CancellationToken cancellationToken)
    {
        await _entrance.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await _room.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            _entrance.Release();
            throw;
        }
    }

    public void LeaveLook()
    {
        _room.Release();
        _entrance.Release();
    }

    private async Task TakeRoomAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _room.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Interlocked.Decrement(ref _sending);
            throw;
        }
    }
}
