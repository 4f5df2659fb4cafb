#if NET10_0_OR_GREATER
using CsCheck;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Properties;

public sealed class AsyncPagesProperties
{
    // How many items each page has; far fewer than a hundred empty ones in a row.
    private static readonly Gen<int[]> Pages = Gen.Int[0, 4].Array[1, 60];

    [Fact]
    public Task Every_item_comes_once_and_in_order_however_pages_are_cut_and_delayed() =>
        Gen.Select(Pages, Gen.Bool, Gen.Bool).SampleAsync(async (sizes, prefetch, isLate) =>
        {
            var script = new Script(sizes, isLate);

            List<int> items = await new AsyncPages<int>(script.FetchAsync, prefetch).CollectAsync();

            Assert.Equal(Enumerable.Range(0, sizes.Sum()), items);
            Assert.Equal(Enumerable.Range(0, sizes.Length), script.Asked);
        });

    [Fact]
    public Task From_any_cursor_the_rest_comes() => Gen.Select(Pages, Gen.Int[0, 59], Gen.Bool).SampleAsync(async (sizes, start, prefetch) =>
    {
        start %= sizes.Length;
        var script = new Script(sizes, isLate: false);

        List<Page<int>> pages = await new AsyncPages<int>(script.FetchAsync, prefetch).AsPages(start == 0 ? null : Script.Cursor(start)).CollectAsync();

        Assert.Equal(Enumerable.Range(sizes[..start].Sum(), sizes[start..].Sum()), pages.SelectMany(static page => page.Items));
        Assert.Equal(sizes.Length - start, pages.Count);
    });

    [Fact]
    public Task What_came_before_a_page_fails_is_handed_out_and_the_rest_comes_from_its_cursor() =>
        Gen.Select(Pages, Gen.Int[0, 59], Gen.Bool).SampleAsync(async (sizes, failing, prefetch) =>
        {
            failing %= sizes.Length;
            var script = new Script(sizes, isLate: false) { Failing = failing };
            var items = new List<int>();
            string? last = null;

            await Assert.ThrowsAsync<SeoAuditException>(async () =>
            {
                await foreach (Page<int> page in new AsyncPages<int>(script.FetchAsync, prefetch).AsPages())
                {
                    items.AddRange(page.Items);
                    last = page.NextCursor;
                }
            });
            script.Failing = -1;
            await foreach (Page<int> page in new AsyncPages<int>(script.FetchAsync, prefetch).AsPages(last))
            {
                items.AddRange(page.Items);
            }

            Assert.Equal(Enumerable.Range(0, sizes.Sum()), items);
        });

    [Fact]
    public Task A_list_that_goes_in_circles_ends() => Gen.Select(Pages, Gen.Int[0, 59], Gen.Bool).SampleAsync(async (sizes, back, prefetch) =>
    {
        var script = new Script(sizes, isLate: false) { Back = (back % sizes.Length) + 1 };
        var pages = 0;

        await Assert.ThrowsAsync<SeoAuditResponseException>(async () =>
        {
            await foreach (Page<int> page in new AsyncPages<int>(script.FetchAsync, prefetch).AsPages())
            {
                pages++;
            }
        });

        Assert.InRange(pages, 1, sizes.Length + 1);
    });

    private sealed class Script(int[] sizes, bool isLate)
    {
        public List<int> Asked { get; } = [];

        public int Failing { get; set; } = -1;

        /// <summary>The page that the last one says comes next; 0 for none.</summary>
        public int Back { get; init; }

        public static string Cursor(int page) => $"c{page}";

        public async Task<Page<int>> FetchAsync(string? cursor, CancellationToken cancellationToken)
        {
            int page = cursor is null ? 0 : int.Parse(cursor.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture);
            Asked.Add(page);
            if (isLate && page % 3 == 1)
            {
                await Task.Yield();
            }

            if (page == Failing)
            {
                throw new SeoAuditException("The page fails.");
            }

            // Pages past the end are empty, and only those that go in circles are asked for them.
            int size = page < sizes.Length ? sizes[page] : 0;
            string? next = page + 1 < sizes.Length ? Cursor(page + 1) : Back > 0 ? Cursor(Back) : null;
            return new Page<int>([.. Enumerable.Range(sizes.Take(page).Sum(), size)], next);
        }
    }
}
#endif
