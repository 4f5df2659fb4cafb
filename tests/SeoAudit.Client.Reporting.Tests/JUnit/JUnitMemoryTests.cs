using SeoAudit.Client.Reporting.Tests.Support;

namespace SeoAudit.Client.Reporting.Tests.JUnit;

[Collection("memory")]
public sealed class JUnitMemoryTests
{
    [Fact]
    public async Task A_hundred_thousand_pages_take_no_more_memory_than_a_few()
    {
        long held = await MemoryUse.OfAsync(ReportFormat.JUnit, 100_000, static index => index % 3 == 0
            ? Outcomes.Failed($"https://example.com/{index}", index: index)
            : Outcomes.Audited($"https://example.com/{index}", index % 101, index, Outcomes.Fails("Title"), Outcomes.Fails("Canonical")));

        Assert.InRange(held, long.MinValue, 4 * 1024 * 1024);
    }
}
