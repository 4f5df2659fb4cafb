using System.Runtime.CompilerServices;
using System.Text.Json;

namespace SeoAudit.Client.Json;

/// <summary>Nulls where a service documents none: a lone value makes the answer unreadable, an item of a list is left out.</summary>
internal static class NotNull
{
    public static T Value<T>(T? value, [CallerMemberName] string name = "")
        where T : class => value ?? throw new JsonException($"'{name}' is null.");

    public static IReadOnlyList<T>? Items<T>(IReadOnlyList<T>? items)
        where T : class =>
        items is not null && items.Contains(null!) ? [.. items.Where(static item => item is not null)] : items;
}
