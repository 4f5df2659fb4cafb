using SeoAudit.Client.Tests.MetricSpot;
using SeoAudit.Client.Tests.Seogent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Cancellation;

/// <summary>The three services and a site with a sitemap, behind one address, each with more than one step to its results.</summary>
internal sealed class ScriptedServices
{
    public static readonly Uri Address = new("http://127.0.0.1:9/");

    public static readonly Uri Page = new("https://example.com/");

    private const string Cursor = "\"eyJzY29yZSI6ODIsIl9wb2ludHNUb05leHRJdGVtcyI6dHJ1ZX0\"";

    private readonly Dictionary<string, int> _asked = new(StringComparer.Ordinal);
    private readonly object _lock = new();

    /// <summary>How the next requests are answered instead; null for a connection that closes.</summary>
    public Queue<byte[]?> Instead { get; } = new();

    public byte[]? Answer(WireRequest request)
    {
        lock (_lock)
        {
            if (Instead.TryDequeue(out byte[]? other))
            {
                return other;
            }

            int times = _asked[request.Path] = _asked.GetValueOrDefault(request.Path) + 1;
            return request.Path.Split('/', 3)[1] switch
            {
                "seopeek" => Wire.Json(SeoPeek(request)),
                "seogent" => Wire.Json(Seogent(request, times), request.Method == "POST" ? "201 Created" : "200 OK"),
                "metricspot" => MetricSpot(request, times),
                _ => Wire.Answer("200 OK", "application/xml", Sitemap(request)),
            };
        }
    }

    /// <summary>Forgets who has asked for what.</summary>
    public void Reset()
    {
        lock (_lock)
        {
            _asked.Clear();
            Instead.Clear();
        }
    }

    private static string SeoPeek(WireRequest request) => request.Path.Split('/')[^1] switch
    {
        "health" => Answers.Health,
        "keys" => """{"apiKey":"seo_new","plan":"free","email":"a@example.com"}""",
        _ => Answers.SeoPeekAudit(Page.AbsoluteUri),
    };

    private static string Seogent(WireRequest request, int times) => request.Path["/seogent/api/".Length..].Split('/') switch
    {
        ["scans"] when request.Method == "POST" => SeogentSamples.Created,
        ["scans"] => SeogentSamples.List.Replace("\"last_page\":3", "\"last_page\":2", StringComparison.Ordinal),
        [_, _, "cancel"] => SeogentSamples.Cancelled,
        [_, _, "results"] when request.Target.Contains("cursor=", StringComparison.Ordinal) =>
            """{"scan_id":"s","results":{"data":[{"url":"https://example.com/2","score":1}]} }""",
        [_, SeogentSamples.Id, "results"] => SeogentSamples.Results.Replace(Cursor, "null", StringComparison.Ordinal),
        [_, _, "results"] => SeogentSamples.Results,
        ["scans", _] => SeogentSamples.StateOf(times > 1 ? "completed" : "crawling"),
        ["domains"] => SeogentSamples.Domains,
        _ => SeogentSamples.Credits,
    };

    private static byte[] MetricSpot(WireRequest request, int times) => request.Path["/metricspot/api/".Length..].Split('/') switch
    {
        ["audits"] when request.Method == "POST" => Wire.Json(MetricSpotSample.Queued),
        ["audits"] => Wire.Json($$"""{"audits":[{"id":12345,"url":"https://example.com/","status":"{{(times > 1 ? "completed" : "running")}}","created_at":"2026-03-01T00:00:00Z"}]}"""),
        [_, "audit"] => Wire.Json("""{"audit":{"total_score":71.5}}"""),
        [_, _, "pdf"] => Wire.Json("""{"id":9876,"status":"queued"}"""),
        [_, _, "google"] => Wire.Json("""{"connected":false}"""),
        ["pdfs", _] when request.Head.Contains("application/pdf", StringComparison.Ordinal) => Wire.Answer("200 OK", "application/pdf", "%PDF-1.7"),
        ["pdfs", _] => Wire.Json($$"""{"id":9876,"status":"{{(times > 1 ? "ready" : "rendering")}}"}"""),
        _ => Wire.Json(times > 1 ? MetricSpotSample.Completed : MetricSpotSample.InState("running")),
    };

    private static string Sitemap(WireRequest request) => request.Path == "/sitemap.xml"
        ? $"<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc>{Address}pages.xml</loc></sitemap></sitemapindex>"
        : "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
            + $"<url><loc>{Address}a</loc></url><url><loc>{Address}b</loc></url></urlset>";
}
