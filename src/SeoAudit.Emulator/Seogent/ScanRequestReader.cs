using System.Globalization;
using System.Text.Json;
using SeoAudit.Emulator.Hosting;

namespace SeoAudit.Emulator.Seogent;

/// <summary>Reads and validates the body of <c>POST /scans</c>, collecting every fault.</summary>
internal sealed class ScanRequestReader(JsonElement? body)
{
    private const int MaxUrls = 1_000;
    private const int MaxPages = 10_000;
    private readonly List<(string Field, string Message)> _faults = [];

    public IReadOnlyList<(string Field, string Message)> Faults => _faults;

    /// <summary>Null when there are <see cref="Faults"/>.</summary>
    public ScanRequest? Read()
    {
        JsonElement? domain = Get("domain");
        JsonElement? urls = Get("urls");
        if (domain is null && urls is null)
            Fault("domain", "Either a domain or a list of URLs is required.");
        else if (domain is not null && urls is not null)
            Fault("domain", "Provide either a domain or a list of URLs, not both.");

        Uri? site = domain is { } text ? ReadSite(text) : null;
        List<Uri> pages = urls is { } list ? ReadUrls(list) : [];
        int? maxPages = ReadMaxPages(required: domain is not null);
        CheckCrawlMode(domain is not null);
        bool performance = ReadFlag("performance_scan");
        bool accessibility = ReadFlag("accessibility_scan");
        bool links = ReadFlag("link_check");
        Uri? webhook = ReadWebhook();
        if (_faults.Count > 0)
            return null;

        return new ScanRequest
        {
            Site = site,
            Urls = site is null && maxPages < pages.Count ? [.. pages.Take(maxPages.Value)] : pages,
            PageLimit = site is null ? Math.Min(pages.Count, maxPages ?? MaxUrls) : maxPages!.Value,
            PerformanceScan = performance,
            AccessibilityScan = accessibility,
            LinkCheck = links,
            WebhookUrl = webhook,
        };
    }

    private JsonElement? Get(string name) =>
        body is { } members && members.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    private Uri? ReadSite(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String && TargetUrl.TryComplete(value.GetString(), out Uri? site))
            return new Uri(site.GetLeftPart(UriPartial.Authority) + "/");
        Fault("domain", "The domain must be a valid domain.");
        return null;
    }

    private List<Uri> ReadUrls(JsonElement value)
    {
        var urls = new List<Uri>();
        if (value.ValueKind != JsonValueKind.Array)
        {
            Fault("urls", "The urls must be an array.");
            return urls;
        }

        int count = value.GetArrayLength();
        if (count == 0)
            Fault("urls", "The urls must have at least 1 item.");
        if (count > MaxUrls)
        {
            Fault("urls", "The urls must not have more than 1000 items.");
            return urls;
        }

        int index = 0;
        foreach (JsonElement item in value.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.String && TargetUrl.TryRead(item.GetString(), out Uri? url))
                urls.Add(url);
            else
                Fault(string.Create(CultureInfo.InvariantCulture, $"urls.{index}"), string.Create(CultureInfo.InvariantCulture, $"The urls.{index} must be a valid URL."));
            index++;
        }

        return urls;
    }

    private int? ReadMaxPages(bool required)
    {
        if (Get("max_pages") is not { } value)
        {
            if (required)
                Fault("max_pages", "The max pages field is required when domain is present.");
            return null;
        }

        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out int pages))
            Fault("max_pages", "The max pages must be an integer.");
        else if (pages is < 1 or > MaxPages)
            Fault("max_pages", "The max pages must be between 1 and 10000.");
        else
            return pages;
        return null;
    }

    // What a domain with manual, or a list with discover, would do is not documented; each goes with its own default.
    private void CheckCrawlMode(bool forDomain)
    {
        if (Get("crawl_mode") is not { } value)
            return;
        string? mode = value.ValueKind == JsonValueKind.String ? value.GetString()!.ToLowerInvariant() : null;
        if (mode is not ("discover" or "manual"))
            Fault("crawl_mode", "The selected crawl mode is invalid.");
        else if (forDomain && mode is "manual")
            Fault("crawl_mode", "The manual crawl mode needs a list of URLs.");
        else if (!forDomain && mode is "discover")
            Fault("crawl_mode", "The discover crawl mode needs a domain.");
    }

    private bool ReadFlag(string name)
    {
        if (Get(name) is not { } value)
            return false;
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            Fault(name, $"The {name.Replace('_', ' ')} field must be true or false.");
        return value.ValueKind == JsonValueKind.True;
    }

    private Uri? ReadWebhook()
    {
        if (Get("webhook_url") is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.String && TargetUrl.TryRead(value.GetString(), out Uri? url))
            return url;
        Fault("webhook_url", "The webhook url must be a valid URL.");
        return null;
    }

    private void Fault(string field, string message) => _faults.Add((field, message));
}
