#if NET10_0_OR_GREATER
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Bulk;
using SeoAudit.Client.Bulk.Journal;
using SeoAudit.Client.Tests.Storage;

namespace SeoAudit.Client.Tests.Properties;

public sealed class JournalProperties
{
    private const string Options = "Service = Seogent";
    private const int Samples = 60;

    [Fact]
    public Task What_is_written_is_read_and_a_file_that_is_cut_off_keeps_every_whole_line() =>
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[1, 12], Gen.Double[0, 1]).SampleAsync(
            static async (seed, pages, cut) =>
            {
                BulkItem[] items = [.. Enumerable.Range(0, pages).Select(static index => new BulkItem(Page(index), Page(index), index))];
                string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.jsonl");
                try
                {
                    PageAuditOutcome[] outcomes = await WriteAsync(path, items, seed);
                    await CheckAsync(path, items, outcomes, pages);

                    byte[] whole = File.ReadAllBytes(path);
                    byte[] left = whole[..(int)(whole.Length * cut)];
                    File.WriteAllBytes(path, left);
                    int lines = left.AsSpan().Count((byte)'\n');
                    // The first is the header, and each page has one.
                    await CheckAsync(path, items, outcomes, Math.Max(0, lines - 1));
                }
                finally
                {
                    File.Delete(path);
                }
            },
            iter: Samples);

    [Fact]
    public Task What_is_queued_and_has_not_ended_is_open() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[1, 5]).Array[1, 10].SampleAsync(
            static async batches =>
            {
                string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.jsonl");
                try
                {
                    var expected = new List<string>();
                    using (BulkJournal journal = await OpenAsync(path))
                    {
                        foreach (((int fate, int pages), int index) in batches.Select(static (batch, index) => (batch, index)))
                        {
                            BulkItem[] items = [.. Enumerable.Range(0, pages).Select(static page => new BulkItem(Page(page), Page(page), page))];
                            var batch = new BulkBatch(items, AuditService.Seogent, new JournalRecovery(journal, null!));
                            await journal.QueueingAsync(batch);
                            if (fate is 1 or 2)
                            {
                                await journal.QueuedAsync(batch, $"id-{index}");
                            }

                            if (fate == 2)
                            {
                                await journal.EndedAsync(batch);
                            }
                            else if (fate == 3)
                            {
                                await journal.RefusedAsync(batch);
                            }
                            else
                            {
                                expected.Add($"{batch.Number} {(fate == 1 ? $"id-{index}" : null)} {pages}");
                            }
                        }
                    }

                    using BulkJournal again = await OpenAsync(path);
                    Assert.Equal(expected, again.OpenOperations.Select(static operation => $"{operation.Number} {operation.Id} {operation.Urls.Count}"), StringComparer.Ordinal);
                    Assert.All(batches.Index(), batch => Assert.Equal(batch.Item.Item1 is 1 or 2, again.IsKnownId($"id-{batch.Index}")));
                }
                finally
                {
                    File.Delete(path);
                }
            },
            iter: Samples);

    private static async Task<PageAuditOutcome[]> WriteAsync(string path, BulkItem[] items, int seed)
    {
        var models = new RandomModels(seed);
        using BulkJournal journal = await OpenAsync(path);
        var outcomes = new List<PageAuditOutcome>();
        foreach (BulkItem item in items)
        {
            PageAuditOutcome outcome = (item.Index + seed) % 3 == 0
                ? PageAuditOutcome.Failed(item.Url, new SeoAuditNotFoundException($"Nothing at {item.Index}\n\"{seed}\""), item.Index)
                : PageAuditOutcome.Succeeded(item.Url, models.Make<PageAudit>("Source") with { Url = item.Url, Score = item.Index }, item.Index);
            await journal.RecordAsync(item, outcome);
            outcomes.Add(outcome);
        }

        return [.. outcomes];
    }

    private static async Task CheckAsync(string path, BulkItem[] items, PageAuditOutcome[] outcomes, int whole)
    {
        using BulkJournal journal = await OpenAsync(path);
        foreach (BulkItem item in items)
        {
            PageAuditOutcome? found = await journal.FindAsync(item, CancellationToken.None);
            if (item.Index >= whole)
            {
                Assert.Null(found);
                continue;
            }

            PageAuditOutcome written = outcomes[item.Index];
            Assert.Equal(Described.Of(written.Audit), Described.Of(found!.Audit));
            Assert.Equal(written.Error?.Message, found.Error?.Message);
            Assert.Equal(OutcomeOrigin.Journal, found.Origin);
        }
    }

    private static async Task<BulkJournal> OpenAsync(string path) =>
        await BulkJournal.OpenAsync(path, Options, retryFailed: false, new FakeTimeProvider(), CancellationToken.None);

    private static Uri Page(int number) => new($"https://example.com/{number}");
}
#endif
