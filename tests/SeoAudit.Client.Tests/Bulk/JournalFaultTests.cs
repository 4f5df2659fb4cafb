using SeoAudit.Client.Bulk.Journal;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Bulk;

/// <summary>Journals that are damaged, foreign or made up.</summary>
public sealed class JournalFaultTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".jsonl");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData("""{"name":"somebody's settings"}""")]
    [InlineData("""{"format":"another format","version":1}""")]
    [InlineData("no line end")]
    [InlineData("{")]
    [InlineData("""{"format":"seoaudit-bulk-journal-of-another","version":1}""")]
    public async Task Another_file_without_a_line_end_is_refused_and_left_alone(string content)
    {
        bool isOurs = """{"format":"seoaudit-bulk-journal",""".StartsWith(content, StringComparison.Ordinal);
        await File.WriteAllTextAsync(_path, content, Stop);

        SeoAuditJournalException? refused = await OpenAsync();

        Assert.Equal(isOurs ? null : JournalFault.OtherFormat, refused?.Fault);
        Assert.Equal(isOurs, await File.ReadAllTextAsync(_path, Stop) != content);
    }

    [Theory]
    [InlineData("""{"t":"queueing","n":1,"service":"Seogent","at":"2026-03-29T10:00:00Z","urls":["https://user:word@example.com/"]}""")]
    [InlineData("""{"t":"queueing","n":1,"service":"Seogent","at":"2026-03-29T10:00:00Z","urls":["ftp://example.com/"]}""")]
    [InlineData("""{"t":"queueing","n":1,"service":"Seogent","at":"2026-03-29T10:00:00Z","urls":["/relative"]}""")]
    [InlineData("""{"t":"queueing","n":1,"service":"Seogent","at":"2026-03-29T10:00:00Z","urls":["//\u202e/"]}""")]
    [InlineData("""{"t":"queueing","n":1,"service":"Seogent","at":"2026-03-29T10:00:00Z","urls":"none"}""")]
    [InlineData("""{"t":"queueing","n":1,"service":"Seogent","at":"2026-03-29T10:00:00Z","urls":[["https://example.com/"]]}""")]
    [InlineData("""{"t":"queueing","n":1,"service":"SeoPeek","at":"2026-03-29T10:00:00Z","urls":["https://example.com/"]}""")]
    [InlineData("""{"t":"queueing","n":1,"service":"7","at":"2026-03-29T10:00:00Z","urls":["https://example.com/"]}""")]
    [InlineData("""{"t":"queueing","n":"one","service":"Seogent"}""")]
    [InlineData("""{"t":"queueing","n":99999999999,"service":"Seogent"}""")]
    [InlineData("""{"t":"queueing","n":1,"service":"Seogent","at":"yesterday"}""")]
    [InlineData("""{"t":"queued","n":1,"id":"../credits"}""")]
    [InlineData("""{"t":"queued","n":1,"id":""}""")]
    [InlineData("""{"t":7}""")]
    [InlineData("[1]")]
    [InlineData("null")]
    [InlineData("\"\\ud800\"")]
    public async Task A_line_that_no_run_wrote_is_told_as_corrupt(string line)
    {
        await OpenAsync();
        await File.AppendAllTextAsync(_path, line + "\n", Stop);
        byte[] before = await File.ReadAllBytesAsync(_path, Stop);

        SeoAuditJournalException? refused = await OpenAsync();

        Assert.Equal(JournalFault.Corrupt, refused?.Fault);
        Assert.Contains("line 2", refused!.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(_path, Stop));
    }

    [Fact]
    public async Task A_line_that_is_too_deep_is_told_as_corrupt()
    {
        await OpenAsync();
        await File.AppendAllTextAsync(_path, $"{{\"x\":{new string('[', 5_000)}{new string(']', 5_000)}}}\n", Stop);

        Assert.Equal(JournalFault.Corrupt, (await OpenAsync())?.Fault);
    }

    [Fact]
    public async Task An_operation_of_a_service_that_the_run_does_not_use_is_left_for_one_that_does()
    {
        await OpenAsync();
        await File.AppendAllTextAsync(
            _path, """{"t":"queueing","n":1,"service":"MetricSpot","at":"2026-03-29T10:00:00Z","urls":["https://example.com/"]}""" + "\n", Stop);

        Assert.Null(await OpenAsync());
        Assert.Equal(2, File.ReadAllLines(_path).Length);
    }

    [Fact]
    public void Behind_a_line_that_could_not_be_written_comes_no_other()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other platforms end files elsewhere.");
        using (FileStream file = File.Create(_path))
        {
            file.SetLength(LongestOf(file) - 10);
        }

        using var journal = JournalFile.Open(_path);
        Assert.Throws<SeoAuditJournalException>(() => journal.Append(new byte[100]));

        // It would fit; but what it says could not be told apart from what it says when the line before it is there.
        Assert.Throws<SeoAuditJournalException>(() => journal.Append("{}\n"u8));
    }

    private static long LongestOf(FileStream file)
    {
        long low = 0;
        long high = long.MaxValue;
        while (low < high)
        {
            long middle = low + ((high - low) / 2) + 1;
            try
            {
                file.SetLength(middle);
                low = middle;
            }
            catch (Exception exception) when (exception is IOException or ArgumentException)
            {
                high = middle - 1;
            }
        }

        return low;
    }

    /// <summary>Runs over no pages.</summary>
    private async Task<SeoAuditJournalException?> OpenAsync()
    {
        using var harness = new BulkHarness();
        try
        {
            Assert.Empty(await harness.Client
                .AuditPagesAsync(Array.Empty<Uri>(), new() { Service = AuditService.Seogent, JournalPath = _path }, Stop)
                .CollectAsync());
            return null;
        }
        catch (SeoAuditJournalException exception)
        {
            return exception;
        }
        finally
        {
            Assert.Empty(harness.Handler.Requests);
        }
    }
}
