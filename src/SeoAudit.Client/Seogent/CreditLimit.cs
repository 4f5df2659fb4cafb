namespace SeoAudit.Client.Seogent;

/// <summary>Keeps a scan within what its caller and the account's balance allow.</summary>
internal sealed class CreditLimit(ISeogentClient client, ScanRequest request, TimeProvider time)
{
    // What exceeds the limit is cancelled even when the caller has gone by then, which must not hold the caller up for long.
    private static readonly TimeSpan CancelPatience = TimeSpan.FromSeconds(10);

    private CreditBalance? _balance;

    /// <summary>Reads the account's credits, if there is a limit.</summary>
    /// <exception cref="SeoAuditCreditLimitException">There are none left.</exception>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        if (request.MaxCredits is not { } max)
        {
            return;
        }

        _balance = await client.GetCreditsAsync(cancellationToken).ConfigureAwait(false);
        if (_balance is { Balance: <= 0, AutoRenew: false })
        {
            throw new SeoAuditCreditLimitException($"The scan was not queued: the account has {_balance.Balance} credits, and none are renewed.")
            {
                Service = AuditService.Seogent,
                MaxCredits = max,
                Balance = _balance.Balance,
                IsCancelled = true,
            };
        }
    }

    /// <summary>Cancels the scan if it would take too much.</summary>
    /// <exception cref="SeoAuditCreditLimitException">It would.</exception>
    public async Task CheckAsync(ScanOperation scan)
    {
        if (_balance is null || request.MaxCredits is not { } max || scan.Created?.EstimatedCredits is not { } estimated)
        {
            return;
        }

        bool isAffordable = _balance.AutoRenew || estimated <= _balance.Balance;
        if (estimated <= max && isAffordable)
        {
            return;
        }

        SeoAuditException? failure = await CancelAsync(scan).ConfigureAwait(false);
        throw new SeoAuditCreditLimitException(Describe(scan, estimated, max, failure), failure)
        {
            Service = AuditService.Seogent,
            OperationId = scan.Id,
            MaxCredits = max,
            EstimatedCredits = estimated,
            Balance = _balance.Balance,
            IsCancelled = failure is null,
        };
    }

    private async Task<SeoAuditException?> CancelAsync(ScanOperation scan)
    {
        using var patience = new CancellationTokenSource(CancelPatience, time);
        try
        {
            await scan.CancelAsync(patience.Token).ConfigureAwait(false);
            return null;
        }
        catch (SeoAuditException exception)
        {
            return exception;
        }
        catch (OperationCanceledException exception)
        {
            return new SeoAuditTimeoutException($"Scan '{scan.Id}' could not be cancelled within {CancelPatience.TotalSeconds} seconds.", exception)
            {
                Service = AuditService.Seogent,
                OperationId = scan.Id,
                Kind = TimeoutKind.Call,
                Timeout = CancelPatience,
            };
        }
    }

    private string Describe(ScanOperation scan, long estimated, long max, SeoAuditException? failure) =>
        $"Scan '{scan.Id}' is estimated to take {estimated} credits; {max} are allowed, and the account has {_balance!.Balance}. "
        + (failure is null ? "It was cancelled." : "It could not be cancelled and may go on: cancel it.");
}
