namespace SeoAudit.Client.Tests.Paging;

/// <summary>Pages "0", "1", … of two items each, and a record of which were asked for.</summary>
internal sealed class PageScript(int pages, Func<int, CancellationToken, Task>? before = null)
{
    public List<string?> Asked { get; } = [];

    public List<CancellationToken> Tokens { get; } = [];

    public async Task<Page<int>> FetchAsync(string? cursor, CancellationToken cancellationToken)
    {
        int number = cursor is null ? 0 : int.Parse(cursor, System.Globalization.CultureInfo.InvariantCulture);
        Asked.Add(cursor);
        Tokens.Add(cancellationToken);
        if (before is not null)
        {
            await before(number, cancellationToken);
        }

        return new Page<int>([number * 2, (number * 2) + 1], number + 1 < pages ? $"{number + 1}" : null);
    }

    public AsyncPages<int> List(bool prefetch = true, CancellationToken cancellationToken = default) =>
        new(FetchAsync, prefetch, cancellationToken);
}
