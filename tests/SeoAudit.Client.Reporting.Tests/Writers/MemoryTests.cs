using SeoAudit.Client.Reporting.Tests.Support;

namespace SeoAudit.Client.Reporting.Tests.Writers;

[Collection(nameof(AloneInProcess))]
public sealed class MemoryTests
{
    private const int Few = 20_000;
    private const int Many = 200_000;
    private const long Allowed = 1024 * 1024;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ReportFormat.Csv)]
    [InlineData(ReportFormat.Json)]
    [InlineData(ReportFormat.JsonLines)]
    public async Task Writing_takes_as_much_memory_for_many_pages_as_for_few(ReportFormat format)
    {
        await using var writer = ReportWriter.Create(format, Stream.Null);
        long few = 0;
        for (var index = 0; index < Many; index++)
        {
            if (index == Few)
            {
                few = GC.GetTotalMemory(forceFullCollection: true);
            }

            await writer.WriteAsync(Page(index), Token);
        }

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - few, long.MinValue, Allowed);
        await writer.CompleteAsync(Token);
    }

    [Theory]
    [InlineData(ReportFormat.Json)]
    [InlineData(ReportFormat.JsonLines)]
    public async Task Reading_takes_as_much_memory_for_many_pages_as_for_few(ReportFormat format)
    {
        using var folder = new TemporaryFolder();
        await using (var report = ReportFile.Create(folder["audit"], format))
        {
            for (var index = 0; index < Many; index++)
            {
                await report.WriteAsync(Page(index), Token);
            }

            await report.CompleteAsync(Token);
        }

        long few = 0;
        var read = 0;
        await using var file = new FileStream(folder["audit"], new FileStreamOptions { Options = FileOptions.Asynchronous });
        await foreach (PageAuditOutcome outcome in ReportReader.ReadAsync(file, Token))
        {
            Assert.Equal(read, outcome.Index);
            if (++read == Few)
            {
                few = GC.GetTotalMemory(forceFullCollection: true);
            }
        }

        Assert.Equal(Many, read);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - few, long.MinValue, Allowed);
    }

    // Of ten pages, one has no audit.
    private static PageAuditOutcome Page(int index) => index % 10 == 9
        ? Outcomes.Failed($"https://example.com/{index}", $"No answer of page {index}.", index)
        : Outcomes.Audited($"https://example.com/{index}", index % 101, index, Outcomes.Passes("title"), Outcomes.Fails($"check {index}"));
}
