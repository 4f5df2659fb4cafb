using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Bulk;

namespace SeoAudit.Client.Tests.Bulk;

public sealed class PaidReadingTests
{
    private readonly FakeTimeProvider _time = new();
    private int _reads;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_can_be_read_at_once_is() => Assert.Equal(1, await ReadAsync(patienceSeconds: 0));

    [Fact]
    public async Task A_pause_is_as_long_as_the_service_asks_and_up_to_a_fifth_longer()
    {
        Task<int> read = ReadAsync(patienceSeconds: 60, 10);
        Assert.Equal(1, _reads);

        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(1, _reads);
        _time.Advance(TimeSpan.FromMilliseconds(2_050));

        Assert.Equal(2, await read);
    }

    [Fact]
    public async Task Without_a_length_pauses_double()
    {
        Task<int> read = ReadAsync(patienceSeconds: 60, null, null, null);
        foreach (int seconds in new[] { 1, 2, 4 })
        {
            int before = Volatile.Read(ref _reads);
            _time.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromTicks(1));
            Assert.Equal(before, Volatile.Read(ref _reads));
            _time.Advance(TimeSpan.FromTicks(1));
            await BulkHarness.UntilAsync(() => Volatile.Read(ref _reads) > before);
        }

        Assert.Equal(4, await read);
    }

    [Fact]
    public async Task All_pauses_together_keep_to_the_patience()
    {
        Task<int> read = ReadAsync(patienceSeconds: 10, 4, 4, 4);
        // What was asked for, and up to a fifth more.
        _time.Advance(TimeSpan.FromMilliseconds(4_850));
        await BulkHarness.UntilAsync(() => Volatile.Read(ref _reads) == 2);
        _time.Advance(TimeSpan.FromMilliseconds(4_850));

        await Assert.ThrowsAsync<SeoAuditRateLimitException>(() => read);
        Assert.Equal(3, _reads);
    }

    [Fact]
    public async Task A_pause_may_take_all_of_the_patience()
    {
        Task<int> read = ReadAsync(patienceSeconds: 4.05, 4);
        _time.Advance(TimeSpan.FromMilliseconds(4_050));

        Assert.Equal(2, await read);
    }

    [Fact]
    public async Task While_the_service_is_at_work_pauses_are_a_matter_of_the_wait() =>
        await Assert.ThrowsAsync<SeoAuditRateLimitException>(() => new PaidReading(TimeSpan.FromHours(1), _time).RunAsync<int>(
            static () => throw new SeoAuditRateLimitException("Later."), static () => false, Stop));

    [Fact]
    public async Task Whoever_gives_up_is_let_go()
    {
        using var gone = new CancellationTokenSource();
        Task<int> read = new PaidReading(TimeSpan.FromHours(1), _time).RunAsync<int>(
            static () => throw new SeoAuditRateLimitException("Later."), static () => true, gone.Token);

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
    }

    /// <summary>Reads what is refused so many times first, with a pause of so many seconds or without.</summary>
    private Task<int> ReadAsync(double patienceSeconds, params int?[] refusals) => new PaidReading(TimeSpan.FromSeconds(patienceSeconds), _time).RunAsync(
        () =>
        {
            int read = Interlocked.Increment(ref _reads);
            return read > refusals.Length
                ? Task.FromResult(read)
                : throw new SeoAuditRateLimitException("Later.")
                {
                    RateLimit = refusals[read - 1] is { } seconds ? new RateLimit { RetryAfter = TimeSpan.FromSeconds(seconds) } : null,
                };
        },
        static () => true,
        Stop);
}
