using System.Collections.Concurrent;
using SeoAudit.Emulator;

namespace SeoAudit.Client.Tests.Cancellation.Callers;

/// <summary>What all callers together have bought.</summary>
internal sealed class Purchases
{
    // In the address of each page of a bulk run over SEOgent: the ledger knows a scan by its first page only.
    public const string InBatch = "batch";

    private readonly ConcurrentBag<string> _bought = [];
    private int _pagesInBatches;

    public void Add(LedgerOperation operation, string target) => _bought.Add(Line(operation, target));

    public void AddBatch(int pages) => Interlocked.Add(ref _pagesInBatches, pages);

    /// <summary>Looks whether the services have sold this, each thing once, and nothing else.</summary>
    public void AssertAreAllIn(EmulatorLedger ledger)
    {
        ILookup<bool, LedgerCreation> sold = ledger.Creations.ToLookup(static creation => creation.Target!.Contains($"/{InBatch}-", StringComparison.Ordinal));
        Assert.Equal(
            _bought.Order(StringComparer.Ordinal),
            sold[false].Select(static creation => Line(creation.Operation, creation.Target!)).Order(StringComparer.Ordinal));
        Assert.Distinct(sold[true].Select(static scan => scan.Target), StringComparer.Ordinal);
        Assert.Equal(_pagesInBatches, sold[true].Sum(static scan => scan.Spent));
    }

    private static string Line(LedgerOperation operation, string target) => $"{operation} {target}";
}
