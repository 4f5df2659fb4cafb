namespace SeoAudit.Client.Diagnostics;

/// <summary>The credits that SEOgent said an account has, when it was last asked.</summary>
internal sealed class CreditsSeen
{
    // Less than any balance: none seen.
    private long _balance = long.MinValue;

    public long? Balance => Volatile.Read(ref _balance) is var balance && balance != long.MinValue ? balance : null;

    public void Observe(long balance) => Volatile.Write(ref _balance, balance);
}
