using SeoAudit.Client.Bulk;

namespace SeoAudit.Client.Tests.Bulk;

public sealed class QueuedBatchTests
{
    private static readonly DateTimeOffset QueuedAt = new(2026, 3, 29, 10, 0, 0, TimeSpan.Zero);

    private readonly QueuedBatch _batch = new(null, QueuedAt, 1, static id => id == "known");

    [Theory]
    [InlineData(0, true)]
    [InlineData(3_600_000, true)]
    [InlineData(-300_000, true)]
    [InlineData(-300_001, false)]
    public void It_can_be_what_came_no_more_than_five_minutes_before_it(int milliseconds, bool can) =>
        Assert.Equal(can, _batch.CanBe("1", QueuedAt.AddMilliseconds(milliseconds)));

    [Fact]
    public void It_can_be_what_has_no_date() => Assert.True(_batch.CanBe("1", createdAt: null));

    [Fact]
    public void It_cannot_be_what_belongs_to_another() => Assert.False(_batch.CanBe("known", QueuedAt));
}
