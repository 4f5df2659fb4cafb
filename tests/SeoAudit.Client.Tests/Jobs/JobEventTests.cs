using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Diagnostics;
using SeoAudit.Client.Jobs;
using SeoAudit.Client.Tests.Bulk;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Jobs;

/// <summary>What the log tells of jobs that nobody watches.</summary>
public sealed class JobEventTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 12, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_that_waits_for_its_quota_is_told_with_the_moment_when_it_goes_on()
    {
        var left = 4;
        await using var scene = new JobScene(
            (page, _) => Task.FromResult(Interlocked.Decrement(ref left) >= 0 ? JobScene.Good(page) : PacedService.TooMany(retryAfterSeconds: 3_600)), _time);
        await scene.StartAsync();
        BulkAuditJob job = await scene.Jobs.SubmitAsync(
            JobScene.Pages(10), new() { Audit = new() { MaxConcurrency = 1 }, ResumeWhenQuotaReturns = true }, Stop);
        // One that comes later has its turn once this one waits.
        await (await scene.Jobs.SubmitAsync([], cancellationToken: Stop)).WaitForCompletionAsync(cancellationToken: Stop);
        await job.UpdateStatusAsync(Stop);

        FakeLogRecord record = Single(scene, 604);

        Assert.Equal(LogLevel.Information, record.Level);
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"Job '{job.Id}' waits until {job.State.ResumeAt} for a limit or quota; 4 of 10 pages have their outcome."), record.Message);
        Assert.Null(record.Exception);
    }

    [Fact]
    public async Task A_job_that_cannot_be_read_is_told_with_the_reason()
    {
        await using var scene = new JobScene();
        BulkAuditJob job = await scene.Jobs.SubmitAsync(JobScene.Pages(1), cancellationToken: Stop);
        await scene.BreakOffAsync();
        await File.WriteAllTextAsync(Path.Combine(scene.FolderOf(job), "job.json"), "{}", Stop);

        await scene.StartAsync();

        FakeLogRecord record = Single(scene, 610);
        Assert.Equal(LogLevel.Warning, record.Level);
        Assert.Equal($"Job '{job.Id}' cannot be read from its folder and is left out; the folder stays as it is.", record.Message);
        Assert.IsType<System.Text.Json.JsonException>(record.Exception);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_deleted_is_told_and_tried_again()
    {
        await using var scene = new JobScene(time: _time, configure: static jobs => jobs.KeepFinishedFor = TimeSpan.FromHours(5));
        await scene.StartAsync();
        BulkAuditJob job = await scene.Jobs.SubmitAsync(JobScene.Pages(1), cancellationToken: Stop);
        await job.WaitForCompletionAsync(cancellationToken: Stop);
        // What is deleted takes this name first.
        string taken = scene.FolderOf(job) + ".deleted";
        Directory.CreateDirectory(taken);
        await File.WriteAllTextAsync(Path.Combine(taken, "x"), "x", Stop);

        await AdvanceUntilAsync(() => Task.FromResult(Of(scene, 611).Any()));

        FakeLogRecord record = Of(scene, 611).First();
        Assert.Equal(LogLevel.Warning, record.Level);
        Assert.Equal($"The folder of job '{job.Id}' could not be deleted; it is tried again.", record.Message);
        Assert.IsAssignableFrom<IOException>(record.Exception);
        Assert.True(Directory.Exists(scene.FolderOf(job)));

        Directory.Delete(taken, recursive: true);
        await AdvanceUntilAsync(async () => await scene.Jobs.GetAsync(job.Id, Stop) is null);
        Assert.Empty(Directory.EnumerateDirectories(scene.Folder));
    }

    [Fact]
    public async Task An_end_that_cannot_be_stored_is_told_and_comes_again_after_a_restart()
    {
        var gate = new Gate(static _ => true);
        await using var scene = new JobScene(gate.AnswerAsync);
        await scene.StartAsync();
        BulkAuditJob job = await scene.Jobs.SubmitAsync(JobScene.Pages(1), cancellationToken: Stop);
        await gate.Reached;
        // A new state is written beside the old one before it takes its place.
        string next = Path.Combine(scene.FolderOf(job), "job.json.next");
        Directory.CreateDirectory(next);

        gate.Open();
        await job.WaitForCompletionAsync(cancellationToken: Stop);

        FakeLogRecord record = Single(scene, 612);
        Assert.Equal(LogLevel.Error, record.Level);
        Assert.Equal($"It could not be stored that job '{job.Id}' has ended; it comes to its end again at the next start.", record.Message);
        Assert.True(record.Exception is IOException or UnauthorizedAccessException, $"{record.Exception}");

        await scene.BreakOffAsync();
        Directory.Delete(next);
        await scene.StartAsync();
        BulkAuditJob again = (await scene.Jobs.GetAsync(job.Id, Stop))!;
        Assert.Equal(1, (await again.WaitForCompletionAsync(cancellationToken: Stop)).Audited);
        Assert.Single(scene.Asked);
    }

    [Fact]
    public void A_failed_job_carries_what_the_app_or_the_disk_threw_and_never_words_of_a_service()
    {
        var words = new HttpRequestException("Received an invalid status line: 'words of the service'.");
        Exception own = new InvalidOperationException("the app's own");

        Assert.Equal(("HttpRequestException", null), Failed(new SeoAuditException("x", words) { Service = AuditService.Seogent, Operation = "GetScan" }));
        Assert.Equal(("SeoAuditResponseException", null), Failed(new SeoAuditException("x", new SeoAuditResponseException("words of the service"))));
        Assert.Equal(("InvalidOperationException", own), Failed(new SeoAuditException("x", own)));
    }

    private static (string? ErrorType, Exception? Exception) Failed(SeoAuditException error)
    {
        var logger = new FakeLogger();
        using var job = new Job("0", new JobPaths("none"), new JobRecord
        {
            Number = 0,
            Status = BulkAuditJobStatus.Failed,
            SubmittedAt = DateTimeOffset.UnixEpoch,
            Total = 3,
            Options = StoredJobOptions.Of(new BulkAuditJobOptions()),
        });

        new JobEvents(logger).Ended(job, error);

        FakeLogRecord record = logger.LatestRecord;
        Assert.Equal((603, LogLevel.Error), (record.Id.Id, record.Level));
        Assert.DoesNotContain("words", record.Message, StringComparison.Ordinal);
        return (record.GetStructuredStateValue("ErrorType"), record.Exception);
    }

    private static IEnumerable<FakeLogRecord> Of(JobScene scene, int id) =>
        scene.Services.GetFakeLogCollector().GetSnapshot().Where(record => record.Id.Id == id);

    private static FakeLogRecord Single(JobScene scene, int id) => Assert.Single(Of(scene, id));

    private async Task AdvanceUntilAsync(Func<Task<bool>> isReached)
    {
        for (var hour = 0; hour < 100 && !await isReached(); hour++)
        {
            await _time.AdvanceAsync(TimeSpan.FromHours(1), steps: 1);
        }

        Assert.True(await isReached());
    }
}
