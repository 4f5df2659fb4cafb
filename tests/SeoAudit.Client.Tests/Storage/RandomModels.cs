using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json;
using SeoAudit.Client.Json;

namespace SeoAudit.Client.Tests.Storage;

/// <summary>Makes models with something hostile in each of their members; what may be null now and then is.</summary>
internal sealed class RandomModels(int seed)
{
    private static readonly string[] Fragments =
        ["a", "Z", " ", "\n", "\r\n", "\u2028", "\u0085", "\0", "\"", "\\", "</script>", "é", "😀", "{", "}", ",", ":", "\t", "ẞ", "\uFFFF", "\u007F"];

    private static readonly string[] Json =
        ["1", "1.50", "1e400", "\"a\\nb\"", "true", "[1,\n 2]", "{ \"a\" : [ {\"b\":\"\\u00e9\"} ],\n\"c\":null }", "\"\""];

    private static readonly Uri[] Urls =
    [
        new("https://example.com/"), new("https://example.com/a b?q=é#f"), new("HTTP://EXAMPLE.com:80/%7Euser/../x"), new("https://xn--bcher-kva.example/ü"),
    ];

    private readonly Random _random = new(seed);
    private readonly NullabilityInfoContext _nullability = new();

    /// <summary>How often what may be null is null.</summary>
    public double Nulls { get; init; } = 0.3;

    public T Make<T>(params string[] without) => (T)Make(typeof(T), without);

    private object Make(Type type, string[] without)
    {
        object model = Activator.CreateInstance(type)!;
        foreach (PropertyInfo property in type.GetProperties().Where(property => property.CanWrite && !without.Contains(property.Name, StringComparer.Ordinal)))
        {
            NullabilityInfo nullability = _nullability.Create(property);
            bool isNull = nullability.WriteState == NullabilityState.Nullable && _random.NextDouble() < Nulls;
            property.SetValue(model, isNull ? null : Value(property.PropertyType));
        }

        return model;
    }

    private object Value(Type type) => type switch
    {
        _ when Nullable.GetUnderlyingType(type) is { } underlying => Value(underlying),
        _ when type == typeof(string) => Text(),
        _ when type == typeof(double) => Number(),
        _ when type == typeof(int) => _random.Next(),
        _ when type == typeof(long) => _random.NextInt64(),
        _ when type == typeof(bool) => _random.Next(2) == 0,
        _ when type == typeof(Uri) => Pick(Urls),
        _ when type == typeof(TimeSpan) => TimeSpan.FromTicks(_random.NextInt64(TimeSpan.TicksPerDay * 10)),
        _ when type == typeof(DateTimeOffset) => Moment(),
        _ when type == typeof(JsonElement) => Element(),
        _ when type.IsEnum => Enum.GetValues(type).GetValue(_random.Next(Enum.GetValues(type).Length))!,
        _ when type.GetInterfaces().Any(static i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IOpenValue<>)) =>
            Activator.CreateInstance(type, Text())!,
        _ when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) => List(type.GetGenericArguments()[0]),
        _ when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) => Map(type.GetGenericArguments()[1]),
        _ => Make(type, []),
    };

    private Array List(Type type)
    {
        var list = Array.CreateInstance(type, _random.Next(4));
        for (var index = 0; index < list.Length; index++)
        {
            list.SetValue(Value(type), index);
        }

        return list;
    }

    private object Map(Type type)
    {
        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), type))!;
        for (int count = _random.Next(4); count > 0; count--)
        {
            map[$"{count}{Text()}"] = type == typeof(double) ? _random.NextDouble() : Value(type);
        }

        return map;
    }

    private string Text()
    {
        var text = new StringBuilder();
        for (int count = _random.Next(6); count > 0; count--)
        {
            text.Append(Pick(Fragments));
        }

        return text.ToString();
    }

    private double Number() =>
        Pick([0, -1.5, 82, 1e-300, double.MaxValue, double.NaN, double.PositiveInfinity, double.NegativeInfinity, _random.NextDouble() * 100]);

    private DateTimeOffset Moment() =>
        new DateTimeOffset(1900, 1, 1, 0, 0, 0, TimeSpan.FromMinutes(_random.Next(-840, 841))).AddTicks(_random.NextInt64(TimeSpan.TicksPerDay * 90_000));

    private JsonElement Element()
    {
        using JsonDocument document = JsonDocument.Parse(Pick(Json));
        return document.RootElement.Clone();
    }

    private T Pick<T>(T[] from) => from[_random.Next(from.Length)];
}
