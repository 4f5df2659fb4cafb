namespace SeoAudit.Client.Pages;

internal static class ListMapping
{
    /// <summary>Maps a list without the enumerators in between; there is one such list for every audited page.</summary>
    public static IReadOnlyList<TResult> MapAll<T, TResult>(this IReadOnlyList<T> items, Func<T, TResult> map)
    {
        if (items.Count == 0)
        {
            return [];
        }

        var results = new TResult[items.Count];
        for (var index = 0; index < results.Length; index++)
        {
            results[index] = map(items[index]);
        }

        return results;
    }
}
