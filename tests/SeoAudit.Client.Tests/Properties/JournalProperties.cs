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
    public void What_is_written_is_read_and_a_file_that_is_cut_off_keeps_every_whole_line() =>
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[1, 12], Gen.Double[0, 1]).Sample(
            static (seed, pages, cut) =>
            {
                BulkItem[] items = [.. Enumerable.Range(0, pages).Select(static index => new BulkItem(Page(index), Page(index), index))];
                string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.jsonl");
                try
                {
                    PageAuditOutcome[] outcomes = Write(path, items, seed);
                    Check(path, items, outcomes, pages);

                    byte[] whole = File.ReadAllBytes(path);
                    byte[] left = whole[..(int)(whole.Length * cut)];
                    File.WriteAllBytes(path, left);
                    int lines = left.AsSpan().Count((byte)'\n');
                    // The first is the header, and each page has one.
                    Check(path, items, outcomes, Math.Max(0, lines - 1));
                }
                finally
                {
                    File.Delete(path);
                }
            },
            iter: Samples);

    [Fact]
    public void What_is_queued_and_has_not_ended_is_open() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[1, 5]).Array[1, 10].Sample(
            static batches =>
            {
                string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.jsonl");
                try
                {
                    var expected = new List<string>();
                    using (BulkJournal journal = Open(path))
                    {
                        foreach (((int fate, int pages), int index) in batches.Select(static (batch, index) => (batch, index)))
                        {
                            BulkItem[] items = [.. Enumerable.Range(0, pages).Select(static page => new BulkItem(Page(page), Page(page), page))];
                            var batch = new BulkBatch(items, AuditService.Seogent, new JournalRecovery(journal, null!));
                            journal.Queueing(batch);
                            if (fate is 1 or 2)
                            {
                                journal.Queued(batch, $"id-{index}");
                            }

                            if (fate == 2)
                            {
                                journal.Ended(batch);
                            }
                            else if (fate == 3)
                            {
                                journal.Refused(batch);
                            }
                            else
                            {
                                expected.Add($"{batch.Number} {(fate == 1 ? $"id-{index}" : null)} {pages}");
                            }
                        }
                    }

                    using BulkJournal again = Open(path);
                    Assert.Equal(expected, again.OpenOperations.Select(static operation => $"{operation.Number} {operation.Id} {operation.Urls.Count}"), StringComparer.Ordinal);
                    Assert.All(batches.Index(), batch => Assert.Equal(batch.Item.Item1 is 1 or 2, again.IsKnownId($"id-{batch.Index}")));
                }
                finally
                {
                    File.Delete(path);
                }
            },
            iter: Samples);

    private static PageAuditOutcome[] Write(string path, BulkItem[] items, int seed)
    {
        var models = new RandomModels(seed);
        using BulkJournal journal = Open(path);
        return
        [
            .. items.Select(item =>
            {
                PageAuditOutcome outcome = (item.Index + seed) % 3 == 0
                    ? PageAuditOutcome.Failed(item.Url, new SeoAuditNotFoundException($"Nothing at {item.Index}\n\"{seed}\""), item.Index)
                    : PageAuditOutcome.Succeeded(item.Url, models.Make<PageAudit>("Source") with { Url = item.Url, Score = item.Index }, item.Index);
                journal.Record(item, outcome);
                return outcome;
            }),
        ];
    }

    private static void Check(string path, BulkItem[] items, PageAuditOutcome[] outcomes, int whole)
    {
        using BulkJournal journal = Open(path);
        foreach (BulkItem item in items)
        {
            PageAuditOutcome? found = journal.Find(item);
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

    private static BulkJournal Open(string path) =>
        BulkJournal.Open(path, Options, retryFailed: false, new FakeTimeProvider(), CancellationToken.None);

    private static Uri Page(int number) => new($"https://example.com/{number}");
}
#endif
