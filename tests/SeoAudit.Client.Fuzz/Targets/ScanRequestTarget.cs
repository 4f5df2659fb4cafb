using System.Globalization;
using System.Text;
using System.Text.Json;
using SeoAudit.Client.Fuzz.Mutations;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.Validation;

namespace SeoAudit.Client.Fuzz.Targets;

/// <summary>Lines of settings for a scan, with whatever in them: an argument exception, or a body that is JSON.</summary>
internal sealed class ScanRequestTarget() : FuzzTarget("scan-request", "ScanRequests", new SegmentGrammar('\n', "domain=", "url=", "webhook=", "mode=", "pages=", "credits=", "id="))
{
    public override Task<object?> ReadAsync(byte[] input)
    {
        var request = new ScanRequest();
        var urls = new List<Uri>();
        foreach (string line in Encoding.UTF8.GetString(input).Split('\n'))
        {
            string[] parts = line.Split('=', 2);
            string value = parts[^1];
            request = parts[0] switch
            {
                "domain" => request with { Domain = value },
                "url" when Uri.TryCreate(value, UriKind.RelativeOrAbsolute, out Uri? url) => WithPage(request, urls, url),
                "webhook" when Uri.TryCreate(value, UriKind.RelativeOrAbsolute, out Uri? url) => request with { WebhookUrl = url },
                "mode" => request with { CrawlMode = new CrawlMode(value) },
                "pages" when int.TryParse(value, CultureInfo.InvariantCulture, out int pages) => request with { MaxPages = pages },
                "credits" when long.TryParse(value, CultureInfo.InvariantCulture, out long credits) => request with { MaxCredits = credits },
                "id" => request with { CrawlMode = new CrawlMode(Require.PathSegment(value)) },
                _ => request,
            };
        }

        ScanRequestRules.Check(request);
        using JsonDocument body = JsonDocument.Parse(JsonSerializer.SerializeToUtf8Bytes(request, SeogentJsonContext.Default.ScanRequest));
        BrokenPromiseException.ThrowIf(request.Urls is { } sent && body.RootElement.GetProperty("urls").GetArrayLength() != sent.Count, "A page was lost.");
        return Task.FromResult<object?>(request);
    }

    private static ScanRequest WithPage(ScanRequest request, List<Uri> urls, Uri url)
    {
        urls.Add(url);
        return request with { Urls = urls };
    }

    public override bool IsDocumented(Exception exception) => exception is ArgumentException;
}
