namespace SeoAudit.Client.Pages;

internal static class ListMapping
{
    /// <summary>
    /// Maps a list without the enumerators in between; there is one such list for every audited page. A null in it says nothing
    /// and is left out.
    /// </summary>
    public static IReadOnlyList<TResult> MapAll<T, TResult>(this IReadOnlyList<T> items, Func<T, TResult> map)
    {
        if (items.Count == 0)
        {
            return [];
        }

        var results = new TResult[items.Count];
        var count = 0;
        for (var index = 0; index < items.Count; index++)
        {
            if (items[index] is { } item)
            {
                results[count++] = map(item);
            }
        }

        return count == results.Length ? results : results[..count];
    }
}
