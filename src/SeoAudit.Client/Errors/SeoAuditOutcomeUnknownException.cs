namespace SeoAudit.Client;

/// <summary>
/// Nobody can tell whether the service did what it was asked for: the answer was lost, and what it may have created could not be
/// looked for. Calling again might buy it a second time.
/// </summary>
/// <remarks>
/// The cause (<see cref="Exception.InnerException"/>) is what happened to the call. <see cref="SeoAuditException.IsTransient"/> is
/// false: the same call is not safe to make again before it is known what became of the first.
/// </remarks>
public sealed class SeoAuditOutcomeUnknownException : SeoAuditException
{
    private readonly Func<CancellationToken, Task<string?>>? _reconcile;

    /// <inheritdoc/>
    public SeoAuditOutcomeUnknownException()
    {
    }

    /// <inheritdoc/>
    public SeoAuditOutcomeUnknownException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public SeoAuditOutcomeUnknownException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal SeoAuditOutcomeUnknownException(
        string message, Exception? innerException, Func<CancellationToken, Task<string?>>? reconcile)
        : base(message, innerException) => _reconcile = reconcile;

    /// <summary>What to look at before calling again, in words; null where there is nothing to look at.</summary>
    public string? WhatToCheck { get; init; }

    /// <summary>
    /// Whether <see cref="ReconcileAsync"/> can look: false where the service shows no list (PDFs, SEOPeek keys), and for an error that
    /// was read back from a journal.
    /// </summary>
    public bool CanReconcile => _reconcile is not null;

    /// <summary>
    /// Looks at the service's list again for what the lost call created. What is found belongs to this call from then on, and no other
    /// call of the process takes it.
    /// </summary>
    /// <param name="cancellationToken">Cancels the look.</param>
    /// <returns>
    /// The id to go on with (<c>GetScan</c>, <c>GetAuditOperation</c>); null where the service has nothing that the call can have created,
    /// so that it can be made again.
    /// </returns>
    /// <exception cref="InvalidOperationException"><see cref="CanReconcile"/> is false.</exception>
    /// <exception cref="SeoAuditOutcomeUnknownException">What was found may as well be another lost call's.</exception>
    /// <exception cref="SeoAuditException">The service could not be asked.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public Task<string?> ReconcileAsync(CancellationToken cancellationToken = default) =>
        _reconcile is null
            ? throw new InvalidOperationException("There is no list to look at: " + (WhatToCheck ?? "see the message."))
            : _reconcile(cancellationToken);
}
