namespace SeoAudit.Cli.CommandLine;

/// <summary>
/// Keeps keys off the command line, where every process of the machine and the shell's history can read them. What was given is never repeated.
/// </summary>
internal static class KeyArguments
{
    private const string Advice =
        "Keys are not taken from the command line, where other processes and the shell's history see them. "
        + "Set SeoAudit__SeoPeek__ApiKey, SeoAudit__Seogent__ApiToken or SeoAudit__MetricSpot__ApiKey in the environment, "
        + "or run: seoaudit config set seopeek|seogent|metricspot";

    private const int ShortestKey = 12;

    private static readonly string[] OptionWords = ["key", "token", "secret", "password", "credential"];
    private static readonly string[] KeyStarts = ["seo_", "sk_", "ms_live_", "ms_test_"];

    /// <summary>The advice, where an argument looks like a key or like an option for one; null where none does.</summary>
    public static string? Refuse(IEnumerable<string> args) => args.Any(static arg => IsKeyOption(arg) || IsKey(arg)) ? Advice : null;

    private static bool IsKeyOption(string arg)
    {
        if (!arg.StartsWith("--", StringComparison.Ordinal))
        {
            return false;
        }

        string name = arg[2..].Split('=', ':')[0];
        return Array.Exists(OptionWords, word => name.Split('-').Contains(word, StringComparer.OrdinalIgnoreCase)
            || name.EndsWith(word, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsKey(string arg)
    {
        string value = arg.StartsWith('-') && arg.IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? arg[(at + 1)..] : arg;
        return Array.Exists(KeyStarts, start => value.StartsWith(start, StringComparison.Ordinal) && value.Length >= Math.Max(ShortestKey, start.Length + 4))
            && value.Any(char.IsAsciiDigit)
            && value.All(static character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-');
    }
}
