namespace SeoAudit.Client.Tests.Support;

/// <summary>Streams of items to lists and back.</summary>
internal static class Streams
{
    public static async Task<List<T>> CollectAsync<T>(this IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (T item in items)
        {
            list.Add(item);
        }

        return list;
    }

    public static async IAsyncEnumerable<T> Of<T>(params IEnumerable<T> items)
    {
        foreach (T item in items)
        {
            await Task.Yield();
            yield return item;
        }
    }
}
