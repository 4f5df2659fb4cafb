using System.Collections;

namespace SeoAudit.Client.Pages;

/// <summary>
/// A list that is mapped as a whole when it is first looked at. Many who audit thousands of pages look at nothing but the score.
/// </summary>
internal sealed class MappedList<T, TResult>(IReadOnlyList<T> items, Func<T, TResult> map) : IReadOnlyList<TResult>
{
    private IReadOnlyList<TResult>? _mapped;

    public int Count => Mapped.Count;

    // Of two that look at the same time, both see the list of the first.
    private IReadOnlyList<TResult> Mapped =>
        Volatile.Read(ref _mapped) ?? Interlocked.CompareExchange(ref _mapped, items.MapAll(map), null) ?? _mapped;

    public TResult this[int index] => Mapped[index];

    public IEnumerator<TResult> GetEnumerator() => Mapped.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
