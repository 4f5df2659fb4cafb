using SeoAudit.Client.Reporting.Tests.Support;

namespace SeoAudit.Client.Reporting.Tests.Files;

public sealed class ReportFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(ReportFormat.Csv, "audit.csv")]
    [InlineData(ReportFormat.Json, "audit.json")]
    [InlineData(ReportFormat.JsonLines, "audit.jsonl")]
    public async Task It_has_its_name_once_it_is_complete(ReportFormat format, string name)
    {
        await using var report = ReportFile.Create(_folder[name]);
        Assert.Equal([$"{name}.partial"], _folder.Names);
        Assert.Equal((_folder[name], _folder[$"{name}.partial"]), (report.Path, report.PartialPath));

        await report.WriteAsync(FullOutcomes.Audited, Token);
        Assert.Equal([$"{name}.partial"], _folder.Names);

        await report.CompleteAsync(Token);
        Assert.Equal([name], _folder.Names);
        Assert.StartsWith(
            (await Written.TextAsync(format, null, FullOutcomes.Audited))[..20], await File.ReadAllTextAsync(_folder[name], Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Until_then_what_had_the_name_stays()
    {
        await File.WriteAllTextAsync(_folder["audit.csv"], "yesterday's", Token);
        await using (var report = ReportFile.Create(_folder["audit.csv"]))
        {
            await report.WriteAsync(FullOutcomes.Audited, Token);
            Assert.Equal("yesterday's", await File.ReadAllTextAsync(_folder["audit.csv"], Token));
        }

        Assert.Equal(["audit.csv", "audit.csv.partial"], _folder.Names);
        Assert.Equal("yesterday's", await File.ReadAllTextAsync(_folder["audit.csv"], Token));
        Assert.Equal(await Written.TextAsync(ReportFormat.Csv, null, FullOutcomes.Audited), await File.ReadAllTextAsync(_folder["audit.csv.partial"], Token));
    }

    [Fact]
    public async Task What_a_killed_run_left_is_replaced()
    {
        await File.WriteAllTextAsync(_folder["audit.csv.partial"], new string('x', 100_000), Token);
        await File.WriteAllTextAsync(_folder["audit.csv"], new string('y', 100_000), Token);
        await using (var report = ReportFile.Create(_folder["audit.csv"]))
        {
            await report.WriteAsync(FullOutcomes.Audited, Token);
            await report.CompleteAsync(Token);
        }

        Assert.Equal(["audit.csv"], _folder.Names);
        Assert.Equal(await Written.TextAsync(ReportFormat.Csv, null, FullOutcomes.Audited), await File.ReadAllTextAsync(_folder["audit.csv"], Token));
    }

    [Fact]
    public async Task A_second_writer_is_refused_and_harms_nothing()
    {
        await using var report = ReportFile.Create(_folder["audit.jsonl"]);
        await report.WriteAsync(FullOutcomes.Audited, Token);

        Assert.Throws<IOException>(() => ReportFile.Create(_folder["audit.jsonl"]));

        await report.CompleteAsync(Token);
        Assert.Equal(await Written.TextAsync(ReportFormat.JsonLines, null, FullOutcomes.Audited), await File.ReadAllTextAsync(_folder["audit.jsonl"], Token));
    }

    [Fact]
    public async Task The_lines_of_a_run_that_is_killed_are_in_the_file()
    {
        await using (var report = ReportFile.Create(_folder["audit.jsonl"]))
        {
            await report.WriteAsync(FullOutcomes.Audited, Token);

            // Nothing is left in a buffer of the process.
            byte[] line = await Written.BytesAsync(ReportFormat.JsonLines, null, FullOutcomes.Audited);
            Assert.Equal(line.Length, new FileInfo(report.PartialPath).Length);
        }

        Assert.Single(await Written.ReadAsync(await File.ReadAllBytesAsync(_folder["audit.jsonl.partial"], Token)));
    }

    [Fact]
    public void What_cannot_be_made_is_said_at_once_and_leaves_nothing()
    {
        Directory.CreateDirectory(_folder["folder.csv"]);

        Assert.Contains("is a folder", Assert.Throws<IOException>(() => ReportFile.Create(_folder["folder.csv"])).Message, StringComparison.Ordinal);
        Assert.Throws<DirectoryNotFoundException>(() => ReportFile.Create(_folder["none/audit.csv"]));
        Assert.Throws<ArgumentException>(() => ReportFile.Create(_folder["audit.pdf"]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ReportFile.Create(_folder["audit.csv"], (ReportFormat)99));
        Assert.Throws<ArgumentException>(() => ReportFile.Create(" "));
        Assert.Equal(["folder.csv"], _folder.Names);
    }

    [Fact]
    public async Task What_cannot_take_its_name_stays_whole_under_the_other()
    {
        await using (var report = ReportFile.Create(_folder["audit.csv"]))
        {
            await report.WriteAsync(FullOutcomes.Audited, Token);
            Directory.CreateDirectory(_folder["audit.csv"]);

            await Assert.ThrowsAnyAsync<SystemException>(() => report.CompleteAsync(Token));
            await Assert.ThrowsAsync<InvalidOperationException>(() => report.CompleteAsync(Token));
        }

        Assert.Equal(await Written.TextAsync(ReportFormat.Csv, null, FullOutcomes.Audited), await File.ReadAllTextAsync(_folder["audit.csv.partial"], Token));
    }

    [Fact]
    public async Task Cancelled_it_stays_unfinished()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        await using (var report = ReportFile.Create(_folder["audit.json"]))
        {
            await report.WriteAsync(FullOutcomes.Audited, Token);

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => report.CompleteAsync(source.Token));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await report.WriteAsync(FullOutcomes.Audited, source.Token));
        }

        Assert.Equal(["audit.json.partial"], _folder.Names);
    }
}
