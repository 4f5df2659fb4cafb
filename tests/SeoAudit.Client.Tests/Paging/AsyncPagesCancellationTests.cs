namespace SeoAudit.Client.Tests.Paging;

public sealed class AsyncPagesCancellationTests
{
    public static MatrixTheoryData<bool, bool, int> Phases => new([true, false], [true, false], [0, 1, 2, 3]);

    [Theory]
    [MemberData(nameof(Phases))]
    public async Task Cancelling_while_items_are_read_throws_with_the_token_that_was_cancelled(bool prefetch, bool byMethod, int after)
    {
        using var method = new CancellationTokenSource();
        using var loop = new CancellationTokenSource();
        CancellationTokenSource cancelled = byMethod ? method : loop;
        AsyncPages<int> pages = new PageScript(9).List(prefetch, method.Token);
        var read = 0;
        if (after == 0)
        {
            await cancelled.CancelAsync();
        }

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (int _ in pages.WithCancellation(loop.Token))
            {
                if (++read == after)
                {
                    await cancelled.CancelAsync();
                }
            }
        });

        Assert.Equal(cancelled.Token, exception.CancellationToken);
        Assert.Equal(after, read);
    }

    [Theory]
    [InlineData(true, true, 0)]
    [InlineData(true, false, 0)]
    [InlineData(true, true, 1)]
    [InlineData(true, false, 1)]
    [InlineData(false, true, 1)]
    [InlineData(false, false, 1)]
    public async Task Cancelling_while_a_page_is_fetched_throws_with_the_token_that_was_cancelled(bool prefetch, bool byMethod, int page)
    {
        using var method = new CancellationTokenSource();
        using var loop = new CancellationTokenSource();
        CancellationTokenSource cancelled = byMethod ? method : loop;
        var fetching = new TaskCompletionSource();
        var script = new PageScript(9, (number, stop) =>
        {
            if (number != page)
            {
                return Task.CompletedTask;
            }

            fetching.SetResult();
            return Task.Delay(Timeout.Infinite, stop);
        });
        await using IAsyncEnumerator<Page<int>> pages =
            script.List(prefetch, method.Token).AsPages(null, loop.Token).GetAsyncEnumerator(CancellationToken.None);
        for (var read = 0; read < page; read++)
        {
            Assert.True(await pages.MoveNextAsync());
        }

        Task<bool> next = pages.MoveNextAsync().AsTask();
        await fetching.Task;
        await cancelled.CancelAsync();
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);

        Assert.Equal(cancelled.Token, exception.CancellationToken);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task Cancelling_between_pages_throws_though_the_next_page_is_there_or_heeds_no_token(bool prefetch, bool byMethod)
    {
        using var method = new CancellationTokenSource();
        using var loop = new CancellationTokenSource();
        CancellationTokenSource cancelled = byMethod ? method : loop;
        var script = new PageScript(9);
        await using IAsyncEnumerator<Page<int>> pages =
            script.List(prefetch, method.Token).AsPages(null, loop.Token).GetAsyncEnumerator(CancellationToken.None);
        Assert.True(await pages.MoveNextAsync());

        await cancelled.CancelAsync();
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pages.MoveNextAsync().AsTask());

        Assert.Equal(cancelled.Token, exception.CancellationToken);
        Assert.Equal(prefetch ? 2 : 1, script.Asked.Count);
    }

    [Fact]
    public async Task Leaving_the_loop_cancels_the_page_on_its_way_and_waits_for_it()
    {
        var ended = false;
        var script = new PageScript(9, async (number, stop) =>
        {
            try
            {
                await (number == 1 ? Task.Delay(Timeout.Infinite, stop) : Task.CompletedTask);
            }
            finally
            {
                ended = number == 1;
            }
        });

        await foreach (int _ in script.List())
        {
            break;
        }

        Assert.True(ended);
        Assert.True(script.Tokens[1].IsCancellationRequested);
        Assert.Equal(2, script.Asked.Count);
    }

    [Fact]
    public async Task A_page_on_its_way_that_fails_after_the_loop_was_left_is_observed()
    {
        string marker = Guid.NewGuid().ToString();
        var unobserved = 0;
        EventHandler<UnobservedTaskExceptionEventArgs> count = (_, args) =>
        {
            if (args.Exception.ToString().Contains(marker, StringComparison.Ordinal))
            {
                unobserved++;
            }
        };
        TaskScheduler.UnobservedTaskException += count;
        try
        {
            await AbandonAsync(marker);
            for (var round = 0; round < 3; round++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= count;
        }

        Assert.Equal(0, unobserved);
    }

    private static async Task AbandonAsync(string marker)
    {
        var pages = new AsyncPages<int>((cursor, _) => cursor is null
            ? Task.FromResult(new Page<int>([1], "1"))
            : Task.FromException<Page<int>>(new SeoAuditException(marker)));
        await foreach (int _ in pages)
        {
            break;
        }
    }
}
