using SeoAudit.Client.Bulk;
using SeoAudit.Client.Bulk.Journal;
using SeoAudit.Client.Fuzz.Mutations;

namespace SeoAudit.Client.Fuzz.Targets;

/// <summary>A journal file: refused for what it is, and then left as it is, or taken up, with all that it says.</summary>
internal sealed class JournalTarget() : FuzzTarget(
    "journal", "Journal", new LinesOfGrammar(new JsonGrammar("t", "n", "url", "urls", "id", "audit", "error", "at", "service"), "queueing", "queued", "audited", "failed", "ended", "refused"))
{
    public const string Options = "Service = MetricSpot";

    private static readonly Uri[] Pages = [.. Enumerable.Range(0, 4).Select(static number => new Uri($"https://example.com/{number}"))];

    private readonly string _file = TemporaryFile();

    public override async Task<object?> ReadAsync(byte[] input)
    {
        File.WriteAllBytes(_file, input);
        try
        {
            string first = await TakeAsync();
            byte[] left = File.ReadAllBytes(_file);
            BrokenPromiseException.ThrowIf(input.AsSpan().Contains((byte)'\n') && !input.AsSpan().StartsWith(left), "A journal lost more than its last line.");
            BrokenPromiseException.ThrowIf(await TakeAsync() != first, "Opened again, it says something else.");
            return first.Split('\n');
        }
        catch (SeoAuditJournalException)
        {
            BrokenPromiseException.ThrowIf(!File.ReadAllBytes(_file).AsSpan().SequenceEqual(input), "A journal that was refused was changed.");
            throw;
        }
    }

    public override bool IsDocumented(Exception exception) => exception is SeoAuditJournalException { Fault: not (JournalFault.InUse or JournalFault.Unusable) };

    private static string TemporaryFile()
    {
        string file = Path.Combine(Path.GetTempPath(), $"seoaudit-fuzz-{Environment.ProcessId}.jsonl");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(file);
        return file;
    }

    private async Task<string> TakeAsync()
    {
        using BulkJournal journal = await BulkJournal.OpenAsync(_file, Options, retryFailed: false, TimeProvider.System, CancellationToken.None);
        var found = new List<string>();
        for (var index = 0; index < Pages.Length; index++)
        {
            PageAuditOutcome? outcome = await journal.FindAsync(new BulkItem(Pages[index], Pages[index], index), CancellationToken.None);
            found.Add(outcome is null ? "nothing" : $"{Shape.Of(outcome)} {outcome.Audit?.Score} {outcome.Error?.Message}");
        }

        return string.Join(
            '\n',
            [.. found, .. journal.OpenOperations.Select(static operation => $"{operation.Number} {operation.Id} {operation.QueuedAt} {operation.Urls.Count}")]);
    }
}
