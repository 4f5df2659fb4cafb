using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using SeoAudit.Client;

namespace Quickstart;

/// <summary>What to audit (the demo site, a sitemap or one page), and how its pages are audited.</summary>
internal sealed record Arguments
{
    public const string Usage =
        """
        Usage: Quickstart [--sitemap URL | --url URL] [--service NAME] [--concurrency N] [--journal FILE]
          --sitemap URL    audits the pages that a sitemap names, and scans its site
          --url URL        audits one page; with neither, a small site that the program serves itself
          --service NAME   audits page by page with SeoPeek (the default), Seogent or MetricSpot
          --concurrency N  keeps up to N audits in flight, 1 to 1,000; for Seogent these are scans
          --journal FILE   remembers what was audited, so that a run that was stopped goes on from there
        The services are emulated, unless SeoAudit__SeoPeek__ApiKey, SeoAudit__Seogent__ApiToken or
        SeoAudit__MetricSpot__ApiKey is set and a URL is given.
        """;

    private const string AnyUrl = "an absolute http or https URL";

    private static readonly Dictionary<string, string> Allowed = new(StringComparer.Ordinal)
    {
        ["--sitemap"] = AnyUrl,
        ["--url"] = AnyUrl,
        ["--service"] = "SeoPeek, Seogent or MetricSpot",
        ["--concurrency"] = "a whole number from 1 to 1,000",
        ["--journal"] = "the name of a file",
    };

    public Uri? Sitemap { get; private init; }

    public Uri? Page { get; private init; }

    public AuditService Service { get; private init; } = AuditService.SeoPeek;

    public int? Concurrency { get; private init; }

    public string? Journal { get; private init; }

    public static bool AsksForHelp(string[] args) => args.Any(arg => arg is "--help" or "-h" or "-?");

    public static bool TryParse(
        string[] args, [NotNullWhen(true)] out Arguments? arguments, [NotNullWhen(false)] out string? problem)
    {
        arguments = null;
        var parsed = new Arguments();
        var given = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < args.Length; index += 2)
        {
            string option = args[index];
            string? value = args.ElementAtOrDefault(index + 1);
            problem = !Allowed.TryGetValue(option, out string? allowed) ? $"Not an option: {option}"
                : !given.Add(option) ? $"{option} is given twice."
                : value is null || Allowed.ContainsKey(value) ? $"{option} needs {allowed}."
                : parsed.With(option, value) is not { } next ? $"{option} needs {allowed}, not \"{value}\"."
                : (parsed = next) is { Sitemap: not null, Page: not null } ? "--sitemap and --url exclude each other."
                : null;
            if (problem is not null)
            {
                return false;
            }
        }

        arguments = parsed;
        problem = null;
        return true;
    }

    /// <summary>These arguments with one more; null where its value is not allowed.</summary>
    private Arguments? With(string option, string value) => option switch
    {
        "--sitemap" when IsAddress(value, out Uri? address) => this with { Sitemap = address },
        "--url" when IsAddress(value, out Uri? address) => this with { Page = address },
        "--service" when IsService(value, out AuditService service) => this with { Service = service },
        "--concurrency" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is >= 1 and <= 1_000 =>
            this with { Concurrency = number },
        "--journal" when !string.IsNullOrWhiteSpace(value) => this with { Journal = value },
        _ => null,
    };

    private static bool IsAddress(string text, [NotNullWhen(true)] out Uri? address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    // A number would be taken for a service, too.
    private static bool IsService(string text, out AuditService service) =>
        Enum.TryParse(text, ignoreCase: true, out service) && text.All(char.IsAsciiLetter);
}
