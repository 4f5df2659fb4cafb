namespace SeoAudit.Client.Tests.Paging;

public sealed class AsyncPagesTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task All_items_come_in_order_and_each_enumeration_starts_anew(bool prefetch)
    {
        var script = new PageScript(3);
        AsyncPages<int> pages = script.List(prefetch);

        Assert.Equal([0, 1, 2, 3, 4, 5], await ReadAsync(pages));
        Assert.Equal([0, 1, 2, 3, 4, 5], await ReadAsync(pages));
        Assert.Equal([null, "1", "2", null, "1", "2"], script.Asked);
    }

    [Fact]
    public void Nothing_is_asked_before_the_first_item_is()
    {
        var script = new PageScript(3);

        AsyncPages<int> pages = script.List();
        _ = pages.GetAsyncEnumerator();
        _ = pages.AsPages();

        Assert.Empty(script.Asked);
        Assert.Throws<ArgumentNullException>("fetch", static () => new AsyncPages<int>(null!));
    }

    [Theory]
    [InlineData(true, 2, 3)]
    [InlineData(false, 1, 2)]
    public async Task Prefetch_is_exactly_one_page_ahead(bool prefetch, int afterFirst, int afterThird)
    {
        var script = new PageScript(9);
        await using IAsyncEnumerator<int> items = script.List(prefetch).GetAsyncEnumerator();

        await items.MoveNextAsync();
        Assert.Equal(afterFirst, script.Asked.Count);
        await items.MoveNextAsync();
        Assert.Equal(afterFirst, script.Asked.Count);
        await items.MoveNextAsync();
        Assert.Equal(afterThird, script.Asked.Count);
    }

    [Fact]
    public async Task Pages_resume_from_a_cursor()
    {
        var script = new PageScript(4);
        var seen = new List<Page<int>>();

        await foreach (Page<int> page in script.List().AsPages("2"))
        {
            seen.Add(page);
        }

        Assert.Equal([4, 5, 6, 7], seen.SelectMany(page => page.Items));
        Assert.Equal("3", seen[0].NextCursor);
        Assert.Null(seen[1].NextCursor);
        Assert.Equal(["2", "3"], script.Asked);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_empty_cursor_is_the_end(bool prefetch)
    {
        var pages = new AsyncPages<int>((_, _) => Task.FromResult(new Page<int>([1], string.Empty)), prefetch);

        Assert.Equal([1], await ReadAsync(pages));
    }

    [Theory]
    [InlineData(true, "1", "1")]
    [InlineData(false, "1", "1")]
    [InlineData(true, "1", "2", "1")]
    [InlineData(false, "1", "2", "3", "2")]
    public async Task A_cursor_that_comes_again_is_an_error_after_its_pages_items(bool prefetch, params string[] cursors)
    {
        var asked = 0;
        var pages = new AsyncPages<int>((_, _) => Task.FromResult(new Page<int>([asked], cursors[asked++])), prefetch);
        var items = new List<int>();

        var exception = await Assert.ThrowsAsync<SeoAuditResponseException>(() => ReadAsync(pages, items));

        Assert.Contains("circles", exception.Message, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(0, cursors.Length), items);
        Assert.Equal(cursors.Length, asked);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cursor_that_leads_back_to_where_a_resumed_list_began_is_an_error(bool prefetch)
    {
        var asked = 0;
        var pages = new AsyncPages<int>(
            (cursor, _) =>
            {
                asked++;
                return Task.FromResult(new Page<int>([1], cursor));
            },
            prefetch);

        await Assert.ThrowsAsync<SeoAuditResponseException>(async () =>
        {
            await foreach (Page<int> page in pages.AsPages("x"))
            {
                Assert.Equal([1], page.Items);
            }
        });

        Assert.Equal(1, asked);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_hundred_empty_pages_in_a_row_are_an_error(bool prefetch)
    {
        var asked = 0;
        var endless = new AsyncPages<int>((_, _) => Task.FromResult(new Page<int>([], $"{++asked}")), prefetch);

        var exception = await Assert.ThrowsAsync<SeoAuditResponseException>(() => ReadAsync(endless));

        Assert.Equal("The service gave 100 empty pages in a row.", exception.Message);
        Assert.Equal(100, asked);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_list_may_end_with_a_hundred_empty_pages(bool prefetch)
    {
        var asked = 0;
        var pages = new AsyncPages<int>((_, _) => Task.FromResult(new Page<int>([], ++asked < 100 ? $"{asked}" : null)), prefetch);

        Assert.Empty(await ReadAsync(pages));
        Assert.Equal(100, asked);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Some_empty_pages_in_a_row_are_not_an_error(bool prefetch)
    {
        var count = 0;
        var sparse = new AsyncPages<int>(
            (_, _) => Task.FromResult(new Page<int>(++count % 50 == 0 ? [count] : [], count < 400 ? $"{count}" : null)), prefetch);
        Assert.Equal([50, 100, 150, 200, 250, 300, 350, 400], await ReadAsync(sparse));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task A_page_that_cannot_be_got_keeps_the_items_before_it(bool prefetch, bool atOnce)
    {
        var script = new PageScript(4);
        var pages = new AsyncPages<int>(
            (cursor, stop) => cursor switch
            {
                "2" when atOnce => throw new SeoAuditException("gone"),
                "2" => Task.FromException<Page<int>>(new SeoAuditException("gone")),
                _ => script.FetchAsync(cursor, stop),
            },
            prefetch);
        var items = new List<int>();

        var exception = await Assert.ThrowsAsync<SeoAuditException>(() => ReadAsync(pages, items));

        Assert.Equal("gone", exception.Message);
        Assert.Equal([0, 1, 2, 3], items);
    }

    private static async Task<List<int>> ReadAsync(AsyncPages<int> pages, List<int>? into = null)
    {
        into ??= [];
        await foreach (int item in pages)
        {
            into.Add(item);
        }

        return into;
    }
}
