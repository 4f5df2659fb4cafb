namespace SeoAudit.Client.Storage;

/// <summary>The numbers of a <see cref="SeoAuditCreditLimitException"/> as they are stored.</summary>
internal sealed record StoredCreditLimit
{
    public long MaxCredits { get; init; }

    public long? EstimatedCredits { get; init; }

    public long Balance { get; init; }

    public bool IsCancelled { get; init; }

    public static StoredCreditLimit Of(SeoAuditCreditLimitException error) => new()
    {
        MaxCredits = error.MaxCredits,
        EstimatedCredits = error.EstimatedCredits,
        Balance = error.Balance,
        IsCancelled = error.IsCancelled,
    };

    public SeoAuditCreditLimitException ToException(string message) => new(message)
    {
        MaxCredits = MaxCredits,
        EstimatedCredits = EstimatedCredits,
        Balance = Balance,
        IsCancelled = IsCancelled,
    };
}
