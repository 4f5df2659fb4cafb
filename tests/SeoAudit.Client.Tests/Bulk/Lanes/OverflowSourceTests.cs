using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Bulk;
using SeoAudit.Client.Bulk.Lanes;

namespace SeoAudit.Client.Tests.Bulk.Lanes;

public sealed class OverflowSourceTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly OverflowSource _source;

    public OverflowSourceTests() => _source = new OverflowSource(_time);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_batch_takes_what_is_there_and_no_more_than_it_has_room_for()
    {
        Add(0, 1, 2, 3, 4);

        Assert.Equal("0 1", await TakeAsync(max: 2));
        Assert.Equal("2 3", await TakeAsync(max: 2));
    }

    [Fact]
    public async Task The_first_page_is_waited_for_as_long_as_it_takes()
    {
        Task<string> taken = TakeAsync(max: 1);
        _time.Advance(TimeSpan.FromHours(1));
        Assert.False(taken.IsCompleted);

        Add(7);

        Assert.Equal("7", await taken);
    }

    [Fact]
    public async Task A_batch_that_is_not_full_waits_two_seconds_for_the_next_page()
    {
        Add(0);
        Task<string> taken = TakeAsync(max: 3);
        _time.Advance(TimeSpan.FromSeconds(1.999));
        Assert.False(taken.IsCompleted);

        _time.Advance(TimeSpan.FromSeconds(0.001));

        Assert.Equal("0", await taken);
    }

    [Fact]
    public async Task A_page_that_comes_while_a_batch_waits_goes_with_it()
    {
        Add(0);
        Task<string> taken = TakeAsync(max: 2);
        Assert.False(taken.IsCompleted);

        Add(1);

        Assert.Equal("0 1", await taken);
    }

    [Fact]
    public async Task At_the_end_it_gives_what_is_left_and_then_nothing()
    {
        Add(0);
        Task<string> taken = TakeAsync(max: 2);
        _source.Complete();

        Assert.Equal("0", await taken);
        Assert.Empty(await TakeAsync(max: 2));
    }

    [Fact]
    public async Task A_run_that_ends_lets_go_of_a_batch_that_waits()
    {
        using var gone = new CancellationTokenSource();
        Add(0);
        Task<IReadOnlyList<BulkItem>> taken = _source.TakeAsync(max: 2, gone.Token);

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => taken);
    }

    private void Add(params int[] indexes)
    {
        foreach (int index in indexes)
        {
            _source.Add(new BulkItem(BulkHarness.Page(index), BulkHarness.Page(index), index));
        }
    }

    private async Task<string> TakeAsync(int max) => string.Join(' ', (await _source.TakeAsync(max, Stop)).Select(static item => item.Index));
}
