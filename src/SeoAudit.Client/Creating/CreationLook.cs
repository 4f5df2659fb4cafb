using SeoAudit.Client.Http;
using SeoAudit.Client.Validation;

namespace SeoAudit.Client.Creating;

/// <summary>One look at a service's list for what a lost call created.</summary>
internal sealed class CreationLook<TApi>(
    CreatingCalls<TApi> calls, ICreationFinder<TApi> finder, AccountCreations creations, LostCreation lost)
{
    /// <summary>What a look may take when nothing is left of the call's own time: something that was paid for is at stake.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(10);

    /// <summary>Looks when the call itself is over.</summary>
    public async Task<string?> RunAsync(CancellationToken cancellationToken) =>
        (await RunAsync(ServiceEndpoint.DefaultTotalTimeout, cancellationToken).ConfigureAwait(false)).Id;

    /// <returns>The id, which is this call's from now on; null where the service has nothing. And whether an earlier one stands in the way.</returns>
    /// <exception cref="SeoAuditException">There was no telling.</exception>
    public async Task<(string? Id, bool HasEarlier)> RunAsync(TimeSpan remaining, CancellationToken cancellationToken)
    {
        TimeSpan allowance = Durations.Max(remaining, Least);
        using var deadline = new CancellationTokenSource(allowance, calls.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            await creations.Gate.EnterLookAsync(either.Token).ConfigureAwait(false);
            try
            {
                return lost.FoundId is { } known ? (known, false) : await FindAsync(allowance, either.Token).ConfigureAwait(false);
            }
            finally
            {
                creations.Gate.LeaveLook();
            }
        }
        catch (OperationCanceledException exception)
        {
            throw cancellationToken.IsCancellationRequested
                ? new OperationCanceledException(exception.Message, exception, cancellationToken)
                : TimedOut(allowance, exception);
        }
    }

    private async Task<(string? Id, bool HasEarlier)> FindAsync(TimeSpan allowance, CancellationToken cancellationToken)
    {
        var watch = new CallWatch(allowance);
        Sightings seen = await finder.FindAsync(calls.Watched(watch, isBulk: false), Window, cancellationToken).ConfigureAwait(false);
        bool hasEarlier = seen.HasEarlier;
        bool isInDoubt = seen.IsCut;
        // What others made since, who are not of this process, is further from the attempt.
        foreach (Sighting sighting in seen.Found.OrderBy(found => found.CreatedAt is { } moment ? Window().Distance(moment) : TimeSpan.MaxValue))
        {
            if (sighting.Id is { } known && creations.IsClaimed(known))
            {
                hasEarlier = true;
                continue;
            }

            if (!Require.IsPathSegment(sighting.Id) || sighting.CreatedAt is not { } createdAt)
            {
                isInDoubt = true;
                continue;
            }

            if (creations.MayBeAnother(lost, sighting.Row, Window().ToLocal(createdAt)))
            {
                throw Untold($"has '{sighting.Id}', which may as well be what another lost call created.");
            }

            if (creations.TryClaim(sighting.Id))
            {
                creations.Forget(lost);
                lost.FoundId = sighting.Id;
                return (sighting.Id, hasEarlier);
            }
        }

        return isInDoubt
            ? throw Untold("shows more than can be looked through, or something that fits without saying when it was created, or under what id.")
            : (null, hasEarlier);

        CreationWindow Window() => new(lost.SentAtBy(calls.Time), watch.ClockOffset);
    }

    private SeoAuditOutcomeUnknownException Untold(string what) =>
        new($"{calls.Account.Profile.Name} {what}")
        {
            Service = calls.Account.Profile.Service,
        };

    private SeoAuditTimeoutException TimedOut(TimeSpan allowance, Exception cause) =>
        new($"{calls.Account.Profile.Name} did not show what it has within {allowance.TotalSeconds:0.###} seconds.", cause)
        {
            Service = calls.Account.Profile.Service,
            Kind = TimeoutKind.Call,
            Timeout = allowance,
            IsTransient = true,
        };
}
