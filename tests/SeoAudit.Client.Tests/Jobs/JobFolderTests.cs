using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Jobs;

public sealed class JobFolderTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_second_owner_of_the_folder_is_refused_until_the_first_is_gone()
    {
        await using var scene = new JobScene();
        await scene.StartAsync();
        await using (ServiceProvider second = Second(scene))
        {
            SeoAuditJobException start = await Assert.ThrowsAsync<SeoAuditJobException>(() => second.GetServices<IHostedService>().Single().StartAsync(Stop));
            SeoAuditJobException use = await Assert.ThrowsAsync<SeoAuditJobException>(() => second.GetRequiredService<IBulkAuditJobs>().GetAsync("x", Stop));
            Assert.Equal((JobFault.FolderInUse, JobFault.FolderInUse), (start.Fault, use.Fault));
            Assert.Contains(scene.Folder, start.Message, StringComparison.Ordinal);

            await scene.BreakOffAsync();
            Assert.Null(await second.GetRequiredService<IBulkAuditJobs>().GetAsync("x", Stop));
        }
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_a_clear_error()
    {
        string file = Path.GetTempFileName();
        try
        {
            await using var scene = new JobScene(configure: jobs => jobs.Folder = Path.Combine(file, "jobs"));

            SeoAuditJobException failure = await Assert.ThrowsAsync<SeoAuditJobException>(scene.StartAsync);

            Assert.Equal(JobFault.Unusable, failure.Fault);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Nobody_else_can_read_what_is_stored_and_no_key_is_in_it()
    {
        await using var scene = new JobScene();
        await scene.StartAsync();
        BulkAuditJob job = await scene.Jobs.SubmitAsync(JobScene.Pages(3), cancellationToken: Stop);
        await job.WaitForCompletionAsync(cancellationToken: Stop);

        string[] files = Directory.GetFiles(scene.FolderOf(job));

        Assert.Equal(["job.json", "journal.jsonl", "outcomes.jsonl", "urls.txt"], files.Select(Path.GetFileName).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (string file in files)
        {
            Assert.DoesNotContain(TestClient.SeoPeekKey, await ReadAsync(file), StringComparison.Ordinal);
        }

        if (!OperatingSystem.IsWindows())
        {
            foreach (string file in files)
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            }

            foreach (string folder in new[] { scene.Folder, scene.FolderOf(job) })
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
            }
        }
    }

    [Fact]
    public async Task What_ended_long_enough_ago_is_deleted()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 12, 12, 0, 0, TimeSpan.Zero));
        await using var scene = new JobScene(time: time, configure: static jobs => jobs.KeepFinishedFor = TimeSpan.FromHours(5));
        await scene.StartAsync();
        BulkAuditJob job = await scene.Jobs.SubmitAsync(JobScene.Pages(3), cancellationToken: Stop);
        await job.WaitForCompletionAsync(cancellationToken: Stop);

        await time.AdvanceAsync(TimeSpan.FromHours(1), steps: 4);
        Assert.NotNull(await scene.Jobs.GetAsync(job.Id, Stop));
        for (var turn = 0; turn < 100 && await scene.Jobs.GetAsync(job.Id, Stop) is not null; turn++)
        {
            await time.AdvanceAsync(TimeSpan.FromHours(1), steps: 1);
        }

        Assert.Empty(Directory.EnumerateDirectories(scene.Folder, job.Id));
        await Assert.ThrowsAsync<SeoAuditNotFoundException>(() => job.UpdateStatusAsync(Stop));
        await Assert.ThrowsAsync<SeoAuditNotFoundException>(() => job.CancelAsync(Stop));
        await Assert.ThrowsAsync<SeoAuditNotFoundException>(() => job.StreamOutcomesAsync(cancellationToken: Stop).CollectAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../x")]
    [InlineData("/etc/passwd")]
    [InlineData(".lock")]
    [InlineData("a\0b")]
    public async Task Text_that_is_no_id_finds_nothing(string id)
    {
        await using var scene = new JobScene();
        await scene.Jobs.SubmitAsync(JobScene.Pages(1), cancellationToken: Stop);

        Assert.Null(await scene.Jobs.GetAsync(id, Stop));
    }

    private static async Task<string> ReadAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(Stop);
    }

    private static ServiceProvider Second(JobScene scene)
    {
        var services = new ServiceCollection();
        services.AddSeoAudit(static options => options.SeoPeek.ApiKey = TestClient.SeoPeekKey).On(scene.Handler).AddJobs(jobs => jobs.Folder = scene.Folder);
        return services.BuildServiceProvider();
    }
}
