using SeoAudit.Client.Reporting.Tests.Support;

namespace SeoAudit.Client.Reporting.Tests.Comparison;

public sealed class AuditSnapshotLoadTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("snapshots").FullName;

    [Theory]
    [InlineData("run.json")]
    [InlineData("run.jsonl")]
    public async Task A_run_that_was_saved_is_the_run_that_it_was(string name)
    {
        PageAuditOutcome[] outcomes =
        [
            Outcomes.Audited("https://example.com/a", 71.5, 0, Outcomes.Fails("Title", "major"), Outcomes.Passes("H1")),
            Outcomes.Failed("https://example.com/b", "It broke.", 1),
            Outcomes.NotAttempted("https://example.com/c", Outcomes.AuditedAt, 2),
        ];
        string path = Path.Combine(_folder, name);
        await using (FileStream file = File.Create(path))
        {
            await Outcomes.Stream(outcomes).WriteReportAsync(ReportFormats.FromPath(name), file, cancellationToken: TestContext.Current.CancellationToken);
        }

        AuditSnapshot saved = await AuditSnapshot.LoadAsync(path, TestContext.Current.CancellationToken);

        var comparison = AuditComparison.Between(Snapshots.Of(outcomes), saved);
        Assert.Equal((3, 1), (comparison.Unchanged, comparison.ComparedPages));
        Assert.Empty(comparison.NewlyFailing);
        Assert.Empty(comparison.NewlyPassing);
        Assert.Equal(
            Snapshots.Of(outcomes).Pages.Select(static page => (page.Url, page.Status, page.Score, page.Error)),
            saved.Pages.Select(static page => (page.Url, page.Status, page.Score, page.Error)));
    }

    [Fact]
    public async Task A_check_that_passes_everywhere_in_a_saved_run_is_newly_passing()
    {
        string path = Path.Combine(_folder, "later.json");
        await using (FileStream file = File.Create(path))
        {
            await Outcomes.Stream(Outcomes.Audited("https://example.com/a", 80, 0, Outcomes.Passes("Title")))
                .WriteReportAsync(ReportFormat.Json, file, cancellationToken: TestContext.Current.CancellationToken);
        }

        AuditSnapshot later = await AuditSnapshot.LoadAsync(path, TestContext.Current.CancellationToken);

        var comparison = AuditComparison.Between(Snapshots.Of(Outcomes.Audited("https://example.com/a", 70, 0, Outcomes.Fails("Title"))), later);
        Assert.Equal(["Title 1"], Snapshots.Texts(comparison.NewlyPassing));
    }

    [Fact]
    public async Task A_file_that_is_no_report_is_an_error()
    {
        string path = Path.Combine(_folder, "other.json");
        await File.WriteAllTextAsync(path, "<html>", TestContext.Current.CancellationToken);

        var exception = await Assert.ThrowsAsync<ReportFormatException>(() => AuditSnapshot.LoadAsync(path, TestContext.Current.CancellationToken));

        Assert.StartsWith(path, exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, exception.Line);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_an_error() =>
        await Assert.ThrowsAnyAsync<IOException>(() => AuditSnapshot.LoadAsync(Path.Combine(_folder, "none.json"), TestContext.Current.CancellationToken));

    [Fact]
    public async Task Loading_can_be_cancelled()
    {
        string path = Path.Combine(_folder, "run.json");
        await File.WriteAllTextAsync(path, "{}", TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AuditSnapshot.LoadAsync(path, new CancellationToken(canceled: true)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
