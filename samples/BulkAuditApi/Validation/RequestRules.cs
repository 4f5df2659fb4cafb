using BulkAuditApi.Contract;

namespace BulkAuditApi.Validation;

/// <summary>What a request must keep to. Each fault names the field as it is written in JSON, and what is allowed.</summary>
internal static class RequestRules
{
    public const string UrlsRule = "must be a list of 1 to 200 absolute http or https URLs.";
    public const string UrlRule = "must be an absolute http or https URL of at most 2083 characters.";
    public const string ConcurrencyRule = "must be a whole number from 1 to 20.";
    public const string FormatRule = "must be 'json' or 'csv'.";
    public const string BodyRule = "must be a JSON object with 'urls' and, optionally, 'concurrency' and 'export_format'.";

    // What the guide's model allows.
    private const int MaxUrlLength = 2_083;

    public static Dictionary<string, string[]> FaultsOf(BulkAuditRequest request)
    {
        var faults = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (request.Urls is not { Count: >= 1 and <= BulkAuditRequest.MaxUrls } urls)
        {
            faults["urls"] = [$"urls {UrlsRule}"];
        }
        else
        {
            for (var index = 0; index < urls.Count; index++)
            {
                if (!IsPage(urls[index]))
                {
                    faults[$"urls[{index}]"] = [$"urls[{index}] {UrlRule}"];
                }
            }
        }

        if (request.Concurrency is < 1 or > BulkAuditRequest.MaxConcurrency)
        {
            faults["concurrency"] = [$"concurrency {ConcurrencyRule}"];
        }

        return faults;
    }

    /// <summary>The rule of a field that could not even be read; null where there is no such field.</summary>
    public static string? RuleOf(string field) => field switch
    {
        "urls" => UrlsRule,
        "concurrency" => ConcurrencyRule,
        "export_format" => FormatRule,
        _ when field.StartsWith("urls[", StringComparison.Ordinal) => UrlRule,
        _ => null,
    };

    // Lists may hold nulls, whatever their type says.
    private static bool IsPage(string? text) =>
        text is { Length: <= MaxUrlLength }
        && Uri.TryCreate(text, UriKind.Absolute, out Uri? url)
        && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
        && url.Host.Length > 0;
}
