using SeoAudit.Client.Bulk.Journal;
using SeoAudit.Client.Urls;

namespace SeoAudit.Client.Bulk;

/// <summary>Looks at each URL of the input before anything is sent: bad ones, ones that came before, ones that the journal has.</summary>
internal sealed class Intake(OutcomeQueue output, BulkTally tally, BulkJournal? journal, bool onlyRecorded = false)
{
    private readonly UrlSet _seen = new();
    private int _read;

    /// <summary>What is to be done about a URL.</summary>
    /// <param name="Item">The page to audit; null where nothing is to be done.</param>
    /// <param name="HasNoOutcome">Whether it has no outcome of its own.</param>
    public readonly record struct Decision(BulkItem? Item, bool HasNoOutcome);

    public async ValueTask<Decision> ReceiveAsync(Uri url, CancellationToken cancellationToken)
    {
        int index = _read++;
        Uri target;
        try
        {
            target = PageUrl.Normalize(url, name: "url");
        }
        catch (ArgumentException exception)
        {
            return onlyRecorded ? new Decision(null, HasNoOutcome: true) : Refuse(url, index, exception);
        }

        if (onlyRecorded && journal?.Has(target) is not true)
        {
            return new Decision(null, HasNoOutcome: true);
        }

        if (!_seen.Add(target.AbsoluteUri))
        {
            tally.AddDuplicate();
            return new Decision(null, HasNoOutcome: true);
        }

        tally.AddSubmitted();
        BulkItem item = output.Submit(url, target, index);
        if (journal is null || await FindAsync(journal, item, cancellationToken).ConfigureAwait(false) is not { } recorded)
        {
            return new Decision(item, HasNoOutcome: false);
        }

        output.Write(item, recorded);
        return new Decision(null, HasNoOutcome: false);
    }

    private static async ValueTask<PageAuditOutcome?> FindAsync(BulkJournal journal, BulkItem item, CancellationToken cancellationToken)
    {
        try
        {
            return await journal.FindAsync(item, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            OutcomeQueue.Abandon(item);
            throw;
        }
    }

    private Decision Refuse(Uri url, int index, ArgumentException exception)
    {
        if (!_seen.Add(url.OriginalString))
        {
            tally.AddDuplicate();
            return new Decision(null, HasNoOutcome: true);
        }

        tally.AddSubmitted();
        BulkItem item = output.Submit(url, url, index);
        output.Write(item, PageAuditOutcome.Failed(url, BadUrl.Error(exception, service: null), index));
        return new Decision(null, HasNoOutcome: false);
    }
}
