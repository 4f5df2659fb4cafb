using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace SeoAudit.Client.Fuzz;

/// <summary>
/// What kind of outcome an input had, as a number: which exception with which words, or which members are set to which sort of value.
/// Every public member is read on the way, so that one that throws is found.
/// </summary>
internal static class Shape
{
    private const int MaxDepth = 10;
    private const int MaxItems = 64;
    private const int MaxWords = 100;

    private static readonly ConcurrentDictionary<Type, (MethodInfo Getter, bool MayBeNull)[]> Getters = new();
    private static readonly NullabilityInfoContext Nullability = new();

    public static ulong Of(object? value) => Of(value, depth: 0);

    public static ulong OfFailure(Exception exception)
    {
        ulong hash = Text(exception.GetType().FullName!);
        hash = Mix(hash, Text(Template(exception.Message)));
        hash = exception is SeoAuditException failure ? Mix(hash, OfFacts(failure)) : hash;
        return exception.InnerException is { } inner ? Mix(hash, OfFailure(inner)) : hash;
    }

    private static ulong OfFacts(SeoAuditException failure)
    {
        ulong hash = Of((int?)failure.StatusCode ?? 0, depth: 0);
        hash = Mix(hash, failure.ErrorCode is null ? 0UL : 1);
        hash = Mix(hash, failure.ServiceMessage is null ? 0UL : 1);
        hash = Mix(hash, (ulong)Math.Min(3, failure.FieldErrors.Count));
        return Mix(hash, Of(failure.RateLimit, depth: 0));
    }

    // Without what an input put there: numbers, and whatever stands in quotation marks or after a colon.
    private static string Template(string message)
    {
        var words = new char[MaxWords];
        var length = 0;
        var quoted = false;
        foreach (char character in message)
        {
            if (length == MaxWords || character == ':')
            {
                break;
            }

            quoted ^= character is '\'' or '"';
            if (!quoted && !char.IsAsciiDigit(character))
            {
                words[length++] = character;
            }
        }

        return new string(words, 0, length);
    }

    private static ulong Of(object? value, int depth) => value switch
    {
        null => 1,
        _ when depth > MaxDepth => 2,
        string text => text.Length == 0 ? 3UL : 4,
        bool flag => flag ? 5UL : 6,
        Enum name => Text(name.ToString()),
        JsonElement json => 20 + (ulong)json.ValueKind,
        DateTimeOffset => 7,
        TimeSpan span => span == TimeSpan.Zero ? 8UL : 9,
        Uri { IsAbsoluteUri: true } url => OfUrl(url),
        Uri => 17,
        byte[] => 10,
        IConvertible number => Sort(number.ToDouble(CultureInfo.InvariantCulture)),
        IDictionary or IEnumerable => OfList((IEnumerable)value, depth),
        _ => OfMembers(value, depth),
    };

    private static ulong OfUrl(Uri url)
    {
        ulong hash = Mix(Text(url.Scheme), (ulong)url.HostNameType);
        hash = Mix(hash, url.IsDefaultPort ? 1UL : 2);
        hash = Mix(hash, (ulong)Math.Min(4, url.Segments.Length));
        return Mix(hash, url.AbsoluteUri.Contains('%', StringComparison.Ordinal) ? 1UL : url.Query.Length > 0 ? 2UL : 3);
    }

    private static ulong Sort(double number) =>
        !double.IsFinite(number) ? 11UL : number < 0 ? 12UL : number == 0 ? 13UL : number > int.MaxValue ? 14UL : 15;

    private static ulong OfList(IEnumerable list, int depth)
    {
        var count = 0;
        ulong hash = 16;
        foreach (object? item in list)
        {
            BrokenPromiseException.ThrowIf(item is null, "A list holds a null.");
            ulong itemHash = Of(item, depth + 1);
            hash = count < 2 ? Mix(hash, itemHash) : hash;
            if (++count == MaxItems)
            {
                break;
            }
        }

        return Mix(hash, (ulong)Math.ILogB(count + 1));
    }

    private static ulong OfMembers(object value, int depth)
    {
        Type type = value.GetType();
        ulong hash = Text(type.Name);
        foreach ((MethodInfo getter, bool mayBeNull) in Getters.GetOrAdd(type, GettersOf))
        {
            object? member = getter.Invoke(value, BindingFlags.DoNotWrapExceptions, binder: null, parameters: null, culture: null);
            BrokenPromiseException.ThrowIf(member is null && !mayBeNull, $"{type.Name}.{getter.Name} is null.");
            hash = Mix(hash, Of(member, depth + 1));
        }

        return hash;
    }

    private static (MethodInfo Getter, bool MayBeNull)[] GettersOf(Type type) =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(static property => property.GetIndexParameters().Length == 0 && property.GetMethod is not null)
            .Select(static property => (property.GetMethod!, Nullability.Create(property).ReadState != NullabilityState.NotNull)),
    ];

    private static ulong Text(string text)
    {
        ulong hash = 14695981039346656037;
        foreach (char character in text)
        {
            hash = (hash ^ character) * 1099511628211;
        }

        return hash;
    }

    private static ulong Mix(ulong hash, ulong other) => (((hash << 5) | (hash >> 59)) ^ other) * 0x9E3779B97F4A7C15;
}
