using System.Text;
using SeoAudit.Client.Bulk.Journal;

namespace SeoAudit.Client.Tests.Bulk.Journal;

public sealed class ForeignLinesTests : IDisposable
{
    private readonly AppJournal _journal = new();
    private readonly ForeignLines _lines;

    public ForeignLinesTests() => _lines = new ForeignLines(_journal);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _lines.Dispose();
        _journal.Dispose();
    }

    [Fact]
    public async Task It_is_empty_until_a_line_is_read_or_added()
    {
        Assert.Equal("AppJournal", _lines.Name);
        Assert.True(_lines.IsEmpty);
        Assert.True(_lines.BeginsLike("whatever"u8));
        _journal.Lines.Add("one");
        using var other = new ForeignLines(_journal);

        await other.ReadLinesAsync(static (_, _) => { }, Stop);

        Assert.False(other.IsEmpty);
    }

    [Fact]
    public async Task Lines_are_added_behind_those_that_were_read_and_without_their_end()
    {
        _journal.Lines.AddRange(["one", "two"]);
        var read = new List<(long Place, string Line)>();
        await _lines.ReadLinesAsync((place, line) => read.Add((place, Encoding.UTF8.GetString(line))), Stop);

        Assert.Equal([(0, "one"), (1, "two")], read);
        Assert.Equal(2, await _lines.AppendAsync("three\n"u8.ToArray(), Stop));
        Assert.Equal(3, await _lines.AppendAsync("four"u8.ToArray(), Stop));
        Assert.Equal(["one", "two", "three", "four"], _journal.Lines, StringComparer.Ordinal);
        Assert.Equal("three", Encoding.UTF8.GetString(await _lines.ReadLineAsync(2, Stop)));
    }

    [Fact]
    public async Task Behind_a_line_that_could_not_be_added_comes_no_other()
    {
        var fault = new InvalidDataException("Full.");
        _journal.Fault = fault;
        AssertUnusable(fault, await Record.ExceptionAsync(async () => await _lines.AppendAsync("one\n"u8.ToArray(), Stop)));
        _journal.Fault = null;

        AssertUnusable(fault, await Record.ExceptionAsync(async () => await _lines.AppendAsync("two\n"u8.ToArray(), Stop)));

        Assert.Empty(_journal.Lines);
        Assert.True(_lines.IsEmpty);
    }

    [Fact]
    public async Task What_the_app_cannot_read_is_told_as_unusable()
    {
        var fault = new InvalidDataException("Torn.");
        _journal.Fault = fault;

        AssertUnusable(fault, await Record.ExceptionAsync(async () => await _lines.ReadLinesAsync(static (_, _) => { }, Stop)));
        AssertUnusable(fault, await Record.ExceptionAsync(async () => await _lines.ReadLineAsync(0, Stop)));
        _journal.Fault = null;
        Assert.Contains("Line 5 is gone.", (await Assert.ThrowsAsync<SeoAuditJournalException>(async () => await _lines.ReadLineAsync(5, Stop))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_gives_up_gets_no_fault_of_the_journal()
    {
        _journal.Lines.Add("one");
        using var gone = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _lines.ReadLinesAsync((_, _) => gone.Cancel(), gone.Token));
        _journal.Fault = new OperationCanceledException(gone.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _lines.ReadLineAsync(0, gone.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _lines.AppendAsync("two\n"u8.ToArray(), gone.Token));
    }

    [Fact]
    public async Task It_is_called_by_one_at_a_time_and_goes_on_after_each()
    {
        _journal.Lines.AddRange(["one", "two"]);
        _journal.Gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        Task<byte[]> first = _lines.ReadLineAsync(0, Stop).AsTask();
        Task<long> second = _lines.AppendAsync("three\n"u8.ToArray(), Stop).AsTask();
        Task<byte[]> third = _lines.ReadLineAsync(1, Stop).AsTask();
        Assert.Equal(1, _journal.Calls);
        _journal.Gate.SetResult();

        Assert.Equal("one", Encoding.UTF8.GetString(await first));
        Assert.Equal(0, await second);
        Assert.Equal("two", Encoding.UTF8.GetString(await third));
    }

    [Fact]
    public void The_journal_stays_the_apps()
    {
        _lines.Dispose();

        Assert.False(_journal.IsDisposed);
    }

    private static void AssertUnusable(Exception cause, Exception? thrown)
    {
        var fault = Assert.IsType<SeoAuditJournalException>(thrown);
        Assert.Equal((JournalFault.Unusable, "AppJournal"), (fault.Fault, fault.Path));
        Assert.Same(cause, fault.InnerException);
        Assert.Contains($"'AppJournal' cannot be read or written: {cause.Message}", fault.Message, StringComparison.Ordinal);
    }

    private sealed class AppJournal : IBulkAuditJournal, IDisposable
    {
        public List<string> Lines { get; } = [];

        public Exception? Fault { get; set; }

        public TaskCompletionSource? Gate { get; set; }

        public int Calls { get; private set; }

        public bool IsDisposed { get; private set; }

        public async ValueTask<byte[]?> ReadAsync(int number, CancellationToken cancellationToken = default)
        {
            await EnterAsync();
            return number < Lines.Count ? Encoding.UTF8.GetBytes(Lines[number]) : null;
        }

        public async ValueTask AppendAsync(int number, ReadOnlyMemory<byte> line, CancellationToken cancellationToken = default)
        {
            await EnterAsync();
            Lines.Add(Encoding.UTF8.GetString(line.Span));
        }

        public void Dispose() => IsDisposed = true;

        private async Task EnterAsync()
        {
            Calls++;
            await (Gate?.Task ?? Task.CompletedTask);
            if (Fault is not null)
            {
                throw Fault;
            }
        }
    }
}
