#if NET10_0_OR_GREATER
using CsCheck;
using SeoAudit.Client.Jobs;
using SeoAudit.Client.Validation;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Jobs;

public sealed class JobProperties
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_url_comes_back_from_its_line_as_it_was() =>
        Gen.String.Select(Gen.Bool).Sample(static (text, isAbsolute) =>
        {
            if (!Uri.TryCreate(isAbsolute ? "https://example.com/" + text : text, isAbsolute ? UriKind.Absolute : UriKind.Relative, out Uri? url))
            {
                return;
            }

            string line = UrlLine.Write(url);
            Uri read = UrlLine.Read(line);

            Assert.True(line.All(static letter => letter is >= '!' and <= '~'));
            Assert.Equal((url.OriginalString, url.IsAbsoluteUri), (read.OriginalString, read.IsAbsoluteUri));
        });

    [Fact]
    public async Task No_text_leads_out_of_the_folder_or_to_another_file()
    {
        await using var scene = new JobScene();
        BulkAuditJob job = await scene.Jobs.SubmitAsync(JobScene.Pages(1), cancellationToken: Stop);
        Gen<string> pieces = Gen.Int[0, 11].Select(piece => new[] { "..", "/", "\\", job.Id, job.Id.ToUpperInvariant(), ".partial", ".lock", "\0", "%2e", "~", "C:", " " }[piece]).Array[0, 5].Select(string.Concat);
        await Gen.OneOf(Gen.String, pieces).SampleAsync(
            async id =>
            {
                BulkAuditJob? found = await scene.Jobs.GetAsync(id);
                Assert.Equal(id == job.Id, found is not null);
            },
            iter: 2_000);
        Assert.All(Enumerable.Range(0, 100).Select(static _ => JobId.New()), static id => Assert.True(JobId.IsValid(id) && Require.IsPathSegment(id)));
    }

    [Fact]
    public async Task Any_job_that_is_broken_off_anywhere_ends_with_each_url_once() =>
        await Gen.Select(Gen.Int[0, 12].Array[0, 30], Gen.Int[1, 40].Array[0, 3]).SampleAsync(
            static async (urls, breaks) =>
            {
                Uri[] input = [.. urls.Select(static number => number == 12 ? new Uri("ftp://example.com/") : JobScene.Page(number))];
                var asked = 0;
                int[] limits = [.. breaks];
                var run = 0;
                await using var scene = new JobScene(async (page, stop) =>
                {
                    if (run < limits.Length && Interlocked.Increment(ref asked) > limits[run])
                    {
                        await Task.Delay(Timeout.Infinite, stop);
                    }

                    return JobScene.Good(page);
                });
                string id = (await scene.Jobs.SubmitAsync(input, new() { Audit = new() { MaxConcurrency = 3 } })).Id;
                for (; run < limits.Length; run++)
                {
                    asked = 0;
                    await scene.StartAsync();
                    await scene.BreakOffAsync();
                }

                await scene.StartAsync();
                BulkAuditJob job = (await scene.Jobs.GetAsync(id))!;
                await job.WaitForCompletionAsync();
                List<PageAuditOutcome> outcomes = await job.StreamOutcomesAsync().CollectAsync();

                Assert.Equal(
                    input.Select(static (url, index) => (url, index)).DistinctBy(static item => item.url).Select(static item => item.index),
                    outcomes.Select(static outcome => outcome.Index).Order());
                Assert.All(outcomes, outcome => Assert.Equal(input[outcome.Index], outcome.Url));
                Assert.Equal(job.State.Total, outcomes.Count);
            },
            iter: 25);
}
#endif
