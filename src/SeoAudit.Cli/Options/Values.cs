using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace SeoAudit.Cli.Options;

/// <summary>Makes options whose values are read the same in every culture and refused with what is allowed.</summary>
internal static class Values
{
    public static Option<double?> Number(string name, string valueName, double min, double max, string description) =>
        Of(name, valueName, description, text =>
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value >= min && value <= max ? value : (double?)null,
            string.Create(CultureInfo.InvariantCulture, $"a number from {min} to {max}"));

    public static Option<int?> Count(string name, string valueName, int min, int max, string description) =>
        Of(name, valueName, description, text =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= min && value <= max ? value : (int?)null,
            max == int.MaxValue ? $"a whole number of {min} or more" : $"a whole number from {min} to {max}");

    /// <summary>Milliseconds, with or without "ms", or seconds with "s".</summary>
    public static Option<TimeSpan?> Duration(string name, string description) =>
        Of(name, "TIME", description, TryDuration, "a time such as 2500ms or 2.5s");

    /// <summary>The same within bounds.</summary>
    public static Option<TimeSpan?> Duration(string name, TimeSpan min, TimeSpan max, string description) =>
        Of(name, "TIME", description, text => TryDuration(text) is { } time && time >= min && time <= max ? time : (TimeSpan?)null,
            string.Create(CultureInfo.InvariantCulture, $"a time from {min.TotalMilliseconds}ms to {max.TotalSeconds}s"));

    public static Option<string[]> Many(string name, string valueName, string description, params string[] aliases) => new(name, aliases)
    {
        HelpName = valueName,
        Description = description,
        DefaultValueFactory = static _ => [],
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    public static Option<string?> Text(string name, string valueName, string description, params string[] aliases) => new(name, aliases)
    {
        HelpName = valueName,
        Description = description,
    };

    public static Option<bool> Switch(string name, string description) => new(name) { Description = description };

    /// <summary>One of some words, without regard to case.</summary>
    public static Option<T?> Word<T>(string name, string valueName, string description, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        Option<T?> option = Of(name, valueName, description, text => words.TryGetValue(text, out T value) ? value : (T?)null, $"one of {string.Join(", ", words.Keys)}");
        option.CompletionSources.Add([.. words.Keys]);
        return option;
    }

    public static Option<T?> Of<T>(string name, string valueName, string description, Func<string, T?> read, string allowed)
        where T : struct => new(name)
        {
            HelpName = valueName,
            Description = description,
            CustomParser = result => Read(result, name, read, allowed),
        };

    public static TimeSpan? TryDuration(string text)
    {
        (string number, double unit) = text.EndsWith("ms", StringComparison.OrdinalIgnoreCase) ? (text[..^2], 1)
            : text.EndsWith('s') || text.EndsWith('S') ? (text[..^1], 1_000)
            : (text, 1d);
        return double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) && value >= 0 && value * unit < int.MaxValue
            ? TimeSpan.FromMilliseconds(value * unit)
            : null;
    }

    private static T? Read<T>(ArgumentResult result, string name, Func<string, T?> read, string allowed)
        where T : struct
    {
        string text = result.Tokens[0].Value;
        T? value = read(text);
        if (value is null)
        {
            result.AddError($"{name} needs {allowed}, not \"{text}\".");
        }

        return value;
    }
}
