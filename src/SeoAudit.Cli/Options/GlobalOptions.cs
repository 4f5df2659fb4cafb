using System.CommandLine;

namespace SeoAudit.Cli.Options;

/// <summary>Options of every command.</summary>
internal static class GlobalOptions
{
    public static readonly Option<bool> Json = new("--json")
    {
        Description = "Prints the result as one JSON object on standard output; everything else goes to standard error.",
        Recursive = true,
    };

    public static readonly Option<bool> Quiet = new("--quiet", "-q")
    {
        Description = "Shows no progress and no summary, only errors and what was asked for.",
        Recursive = true,
    };

    public static readonly Option<bool> Verbose = new("--verbose")
    {
        Description = "Tells every page and every retry on standard error.",
        Recursive = true,
    };

    public static readonly Option<bool> NoColor = new("--no-color")
    {
        Description = "Shows no colours, as NO_COLOR in the environment does.",
        Recursive = true,
    };

    public static IReadOnlyList<Option> All => [Json, Quiet, Verbose, NoColor];
}
