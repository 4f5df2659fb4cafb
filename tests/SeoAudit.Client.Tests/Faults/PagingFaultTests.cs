using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Faults;

/// <summary>Lists of which one page cannot be had for a while, or at all.</summary>
public sealed class PagingFaultTests
{
    private const int Pages = 5;
    private const int Struck = 3;

    private readonly FaultClock _clock = new();

    public static TheoryData<string, bool> Faults => new MatrixTheoryData<string, bool>(
        FaultMatrix.Faults.Select(static fault => fault.Name), [true, false]);

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Results_lose_nothing_and_repeat_nothing(string name, bool prefetch) => await CheckAsync(
        name,
        request => Cursor(request, "cursor") == Struck,
        request => Results(Cursor(request, "cursor")),
        client => client.GetPagesAsync("s", new ScanQuery { Prefetch = prefetch }),
        static page => int.Parse(page.Url, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Lists_lose_nothing_and_repeat_nothing(string name, bool prefetch) => await CheckAsync(
        name,
        request => Cursor(request, "page") == Struck,
        request => Scans(Cursor(request, "page")),
        client => client.ListScansAsync(prefetch),
        static scan => int.Parse(scan.ScanId, System.Globalization.CultureInfo.InvariantCulture));

    private static int Cursor(HttpRequestMessage request, string name)
    {
        string query = request.RequestUri!.Query;
        int start = query.IndexOf($"{name}=", StringComparison.Ordinal);
        return start < 0 ? 1 : query[start + name.Length + 1] - '0';
    }

    private static string Results(int page) =>
        $$"""{"scan_id":"s","results":{"data":[{"url":"{{page * 2}}","score":1},{"url":"{{(page * 2) + 1}}","score":1}],"next_cursor":{{(page < Pages ? $"\"{page + 1}\"" : "null")}} } }""";

    private static string Scans(int page) =>
        $$"""{"data":[{"scan_id":"{{page * 2}}"},{"scan_id":"{{(page * 2) + 1}}"}],"meta":{"current_page":{{page}},"last_page":{{Pages}} } }""";

    private async Task CheckAsync<T>(
        string name,
        Predicate<HttpRequestMessage> strikes,
        Func<HttpRequestMessage, string> good,
        Func<ISeogentClient, AsyncPages<T>> list,
        Func<T, int> number)
    {
        Fault fault = FaultMatrix.Faults.Single(fault => fault.Name == name);
        Cell expected = FaultRules.For(name, nameof(ISeogentApi.GetResultsAsync));
        using var service = new FaultyService(_clock, fault, strikes, good);
        AsyncPages<T> pages = list(TestClient.Create(service, _clock, static options => options.Seogent.MaxResponseBytes = 1024 * 1024).Seogent);
        int[] all = [.. Enumerable.Range(2, Pages * 2)];

        var read = new List<int>();
        string? cursor = null;
        Exception? thrown = await Record.ExceptionAsync(() => _clock.RunAsync(ReadAsync));
        Assert.Equal(expected.Thrown, thrown?.GetType());
        Assert.Equal(thrown is null ? all : all[..((Struck - 1) * 2)], read);
        Assert.InRange(service.Asked.Count, Struck, Pages + 3);

        // What is left begins where the last page said, whether in this process or in another.
        service.Left = 0;
        await (thrown is null ? Task.CompletedTask : _clock.RunAsync(ReadAsync));
        Assert.Equal(all, read);

        // The same in one go where the fault passes.
        read.Clear();
        cursor = null;
        service.Left = expected.IsTransient && expected.Waits != Waits.None ? 2 : 0;
        await _clock.RunAsync(ReadAsync);
        Assert.Equal(all, read);

        async Task ReadAsync()
        {
            await foreach (Page<T> page in pages.AsPages(cursor).ConfigureAwait(false))
            {
                read.AddRange(page.Items.Select(number));
                cursor = page.NextCursor;
            }
        }
    }
}
