using SeoAudit.Client.Bulk;
using SeoAudit.Client.Bulk.Lanes;
using SeoAudit.Emulator.Tests.Support;

namespace SeoAudit.Client.Tests.Bulk.Lanes;

public sealed class IntakeSourceTests : IAsyncDisposable
{
    private readonly WatchedClock _time = new(new DateTimeOffset(2026, 3, 29, 10, 0, 0, TimeSpan.Zero));
    private readonly HandFedInput _input = new();
    private readonly CancellationTokenSource _run = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly OutcomeQueue _output = new(OutcomeOrder.AsCompleted, 70, places: 3);
    private readonly IntakeSource _source;

    public IntakeSourceTests() =>
        _source = new IntakeSource(_input, new Intake(_output, new BulkTally(_time), journal: null), _output, _time, _run.Token);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        _input.FaultAtEnd = null;
        await _run.CancelAsync();
        await _source.DisposeAsync();
        _output.Dispose();
        _run.Dispose();
    }

    [Fact]
    public async Task A_batch_takes_what_is_there_and_reads_no_further_than_it_has_room_for()
    {
        _input.With(0, 1, 2, 3);

        Assert.Equal("0 1", await TakeAsync(max: 2));

        Assert.Equal(2, _input.Moves);
        Assert.Equal(1, await FreeAsync());
        Assert.Equal(0, _time.Waiting);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_first_page_is_waited_for_as_long_as_it_takes(int max)
    {
        Task<string> taken = TakeAsync(max);
        _time.Advance(TimeSpan.FromHours(1));
        Assert.False(taken.IsCompleted);

        _input.With(0).End();

        Assert.Equal("0", await taken);
    }

    [Fact]
    public async Task A_batch_that_is_not_full_waits_two_seconds_and_what_comes_later_is_for_the_next()
    {
        _input.With(0);
        Task<string> taken = TakeAsync(max: 3);
        _time.Advance(TimeSpan.FromSeconds(1.999));
        Assert.False(taken.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.001));
        Assert.Equal("0", await taken);

        _input.With(1);

        Assert.Equal("1", await TakeAsync(max: 1));
        Assert.Equal(2, _input.Moves);
    }

    [Fact]
    public async Task A_page_that_comes_while_a_batch_waits_goes_with_it_and_no_timer_stays()
    {
        _input.With(0);
        Task<string> taken = TakeAsync(max: 2);
        Assert.Equal(1, _time.Waiting);

        _input.With(1);

        Assert.Equal("0 1", await taken);
        Assert.Equal(0, _time.Waiting);
    }

    [Fact]
    public async Task A_batch_waits_two_seconds_for_a_place_and_the_page_is_for_the_next()
    {
        _input.With(0, 1, 2, 3);
        Assert.Equal("0 1", await TakeAsync(max: 2));
        Task<string> taken = TakeAsync(max: 2);
        _time.Advance(TimeSpan.FromSeconds(1.999));
        Assert.False(taken.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.001));
        Assert.Equal("2", await taken);

        _output.ReturnPlace();

        Assert.Equal("3", await TakeAsync(max: 1));
        Assert.Equal(0, await FreeAsync());
    }

    [Fact]
    public async Task At_the_end_it_gives_what_is_left_then_nothing_and_all_places_are_free()
    {
        _input.With(0).End();

        Assert.Equal("0", await TakeAsync(max: 3));
        Assert.Equal("", await TakeAsync(max: 3));
        Assert.Equal("", await TakeAsync(max: 1));

        Assert.Equal(2, _input.Moves);
        Assert.Equal(2, await FreeAsync());
        Assert.Null(_source.Fault);
    }

    [Fact]
    public async Task A_page_that_came_before_takes_no_place()
    {
        _input.With(0, 0, 0, 0, 1).End();

        Assert.Equal("0 4", await TakeAsync(max: 3));

        Assert.Equal(1, await FreeAsync());
    }

    [Fact]
    public async Task A_page_that_has_its_outcome_keeps_its_place_until_that_is_read()
    {
        _input.Add(new Uri("ftp://example.com/"));
        _input.With(1);

        Assert.Equal("1", await TakeAsync(max: 1));

        Assert.Equal(1, await FreeAsync());
        Assert.Equal(0, (await _output.ReadAsync(Stop))?.Index);
        Assert.Equal(2, await FreeAsync());
    }

    [Fact]
    public async Task What_has_ended_reads_no_further()
    {
        _input.With(0, 1, 2);
        Assert.Equal("0", await TakeAsync(max: 1));

        _source.End();

        Assert.Equal("", await TakeAsync(max: 1));
        Assert.Equal(1, _input.Moves);
        Assert.Equal(2, await FreeAsync());
        Assert.Null(_source.Fault);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_fault_of_the_input_ends_it_behind_the_pages_before_it(int max)
    {
        var fault = new InvalidDataException();
        _input.With(0);
        Task<string> taken = TakeAsync(max);
        _input.FaultAtMove = fault;
        _input.With(1, 2).End();

        Assert.Equal("0", await taken);
        Assert.Equal("", await TakeAsync(max));

        Assert.Same(fault, _source.Fault);
        Assert.Equal(2, _input.Moves);
        Assert.Equal(2, await FreeAsync());
    }

    [Fact]
    public async Task An_input_that_cannot_begin_is_a_fault()
    {
        var fault = new InvalidDataException();
        _input.FaultAtStart = fault;

        Assert.Equal("", await TakeAsync(max: 1));

        Assert.Same(fault, _source.Fault);
        Assert.Equal((0, 3), (_input.Moves, await FreeAsync()));
    }

    [Fact]
    public async Task A_url_that_is_null_is_a_fault_that_names_the_input()
    {
        _input.Add(null);
        _input.With(1);

        Assert.Equal("", await TakeAsync(max: 1));
        Assert.Equal("", await TakeAsync(max: 1));

        Assert.Equal("urls", Assert.IsType<ArgumentNullException>(_source.Fault).ParamName);
    }

    [Fact]
    public async Task A_run_that_is_stopped_has_no_fault_of_the_input()
    {
        Task<string> taken = TakeAsync(max: 1);
        await _run.CancelAsync();

        Assert.Equal("", await taken);

        Assert.Null(_source.Fault);
        Assert.Equal(3, await FreeAsync());
    }

    [Fact]
    public async Task A_run_that_is_stopped_lets_go_of_a_batch_that_waits_and_of_its_timer()
    {
        _input.With(0);
        Task<string> taken = TakeAsync(max: 2);
        Assert.Equal(1, _time.Waiting);

        await _run.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => taken);
        Assert.Equal(0, _time.Waiting);
    }

    [Fact]
    public async Task One_reads_at_a_time_and_whoever_waits_can_leave()
    {
        Task<string> first = TakeAsync(max: 1);
        using var gone = new CancellationTokenSource();
        Task<IReadOnlyList<BulkItem>> second = _source.TakeAsync(max: 1, gone.Token);
        Task<string> third = TakeAsync(max: 1);
        Assert.Equal(1, _input.Moves);

        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        _input.With(0, 1);

        Assert.Equal(("0", "1"), (await first, await third));
    }

    [Fact]
    public async Task An_input_is_left_only_when_it_rests()
    {
        Assert.Equal("0", await TakeLingeringAsync());

        Task left = _source.DisposeAsync().AsTask();
        Assert.Equal(0, _input.Ends);
        _input.With(1);
        await left;

        Assert.Equal(1, _input.Ends);
    }

    [Fact]
    public async Task A_fault_of_a_move_that_nobody_waits_for_any_more_is_none()
    {
        Assert.Equal("0", await TakeLingeringAsync());
        _input.FaultAtMove = new InvalidDataException();
        _input.With(1);

        await _source.DisposeAsync();

        Assert.Equal(1, _input.Ends);
        Assert.Null(_source.Fault);
    }

    [Fact]
    public async Task An_input_that_was_never_begun_is_not_left()
    {
        await _source.DisposeAsync();

        Assert.Equal(0, _input.Ends);
    }

    [Fact]
    public async Task A_fault_in_leaving_the_input_is_told()
    {
        _input.With(0);
        await TakeAsync(max: 1);
        var fault = new InvalidDataException();
        _input.FaultAtEnd = fault;

        Assert.Same(fault, await Record.ExceptionAsync(async () => await _source.DisposeAsync()));
    }

    [Fact]
    public async Task A_fault_in_leaving_the_input_does_not_hide_the_first()
    {
        _input.FaultAtMove = new InvalidDataException();
        _input.With(0);
        await TakeAsync(max: 1);
        _input.FaultAtEnd = new InvalidOperationException();

        await _source.DisposeAsync();

        Assert.IsType<InvalidDataException>(_source.Fault);
    }

    [Fact]
    public async Task A_fault_in_leaving_the_input_of_a_stopped_run_is_not_told()
    {
        _input.With(0);
        await TakeAsync(max: 1);
        _input.FaultAtEnd = new InvalidOperationException();
        await _run.CancelAsync();

        await _source.DisposeAsync();

        Assert.Null(_source.Fault);
    }

    private async Task<string> TakeAsync(int max) => string.Join(' ', (await _source.TakeAsync(max, Stop)).Select(static item => item.Index));

    /// <summary>Takes a batch that gives up the next page, which the input is still looking for.</summary>
    private async Task<string> TakeLingeringAsync()
    {
        _input.With(0);
        Task<string> taken = TakeAsync(max: 2);
        _time.Advance(TimeSpan.FromSeconds(2));
        return await taken;
    }

    private async Task<int> FreeAsync()
    {
        var free = 0;
        using var enough = new CancellationTokenSource();
        Task place;
        while ((place = _output.WaitForPlaceAsync(enough.Token)).IsCompletedSuccessfully)
        {
            free++;
        }

        await enough.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => place);
        for (var taken = 0; taken < free; taken++)
        {
            _output.ReturnPlace();
        }

        return free;
    }
}
