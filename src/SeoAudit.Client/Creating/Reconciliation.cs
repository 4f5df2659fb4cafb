using SeoAudit.Client.Http;

namespace SeoAudit.Client.Creating;

/// <summary>Later looks for what a lost call created; what one of them found, all of them return.</summary>
internal sealed class Reconciliation<TApi>(
    CreatingCalls<TApi> calls, ICreationFinder<TApi> finder, AccountCreations creations, LostCreation lost)
{
    private readonly SemaphoreSlim _looking = new(1);
    private string? _id;

    public async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        await _looking.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            _id ??= await LookAsync(cancellationToken).ConfigureAwait(false);
            return _id;
        }
        finally
        {
            _looking.Release();
        }
    }

    private async Task<string?> LookAsync(CancellationToken cancellationToken)
    {
        var look = new CreationLook<TApi>(calls, finder, creations, lost);
        return (await look.RunAsync(ServiceEndpoint.DefaultTotalTimeout, static _ => { }, cancellationToken).ConfigureAwait(false)).Id;
    }
}
