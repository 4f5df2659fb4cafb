using System.Text.Json;
using System.Text.Json.Nodes;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Seogent;

public sealed class ScanRequestBodyTests
{
    private static readonly Dictionary<string, (ScanRequest Request, string Body)> Bodies = new(StringComparer.Ordinal)
    {
        ["domain"] = (ScanRequest.ForDomain("https://example.com", 10_000), """{"domain":"https://example.com","max_pages":10000}"""),
        ["urls"] = (
            ScanRequest.ForUrls(new Uri("https://example.com/"), new Uri("http://example.com/a b?q=é&r=\"<#f")),
            """{"urls":["https://example.com/","http://example.com/a%20b?q=%C3%A9&r=%22%3C#f"]}"""),
        ["everything"] = (
            ScanRequest.ForDomain("example.com", 100) with
            {
                CrawlMode = CrawlMode.Discover,
                PerformanceScan = true,
                AccessibilityScan = true,
                LinkCheck = true,
                WebhookUrl = new Uri("https://hooks.example.com/a b/é?x=1"),
            },
            """
            {"domain":"example.com","crawl_mode":"discover","max_pages":100,"performance_scan":true,"accessibility_scan":true,
            "link_check":true,"webhook_url":"https://hooks.example.com/a%20b/%C3%A9?x=1"}
            """),
        ["manual with a limit"] = (
            ScanRequest.ForUrls(new Uri("https://example.com/x")) with { CrawlMode = CrawlMode.Manual, MaxPages = 1 },
            """{"urls":["https://example.com/x"],"crawl_mode":"manual","max_pages":1}"""),
    };

    public static TheoryData<string> Names => [.. Bodies.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Only_what_is_set_is_sent(string name)
    {
        (ScanRequest request, string body) = Bodies[name];
        using var handler = new ScriptedHandler(_ => ScriptedHandler.Json(SeogentSamples.Created, System.Net.HttpStatusCode.Created));

        await TestClient.Create(handler).Seogent.StartScanAsync(request);

        string sent = Assert.Single(handler.Requests).Body!;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(sent)), sent);
        using JsonDocument document = JsonDocument.Parse(sent);
        Assert.DoesNotContain(document.RootElement.EnumerateObject(), member => member.Value.ValueKind is JsonValueKind.Null or JsonValueKind.False);
    }
}
