namespace SeoAudit.Client.Reporting.Tests.Support;

internal static class MemoryUse
{
    /// <summary>How many bytes a report holds on to after so many pages.</summary>
    public static async Task<long> OfAsync(ReportFormat format, int pages, Func<int, PageAuditOutcome> page)
    {
        await using ReportWriter writer = ReportWriter.Create(format, Stream.Null);
        await writer.WriteAsync(page(0), TestContext.Current.CancellationToken);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        for (var index = 1; index < pages; index++)
        {
            await writer.WriteAsync(page(index), TestContext.Current.CancellationToken);
        }

        long held = GC.GetTotalMemory(forceFullCollection: true) - before;
        await writer.CompleteAsync(TestContext.Current.CancellationToken);
        return held;
    }
}
