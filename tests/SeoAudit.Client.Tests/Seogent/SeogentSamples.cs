using System.Globalization;

namespace SeoAudit.Client.Tests.Seogent;

/// <summary>Answers as the service documents them.</summary>
internal static class SeogentSamples
{
    public const string Id = "9e1a2b3c-4d5e-6f7a-8b9c-0d1e2f3a4b5c";

    public const string Created = """
        {"scan_id":"9e1a2b3c-4d5e-6f7a-8b9c-0d1e2f3a4b5c","status":"pending","domain":"example.com","crawl_mode":"Discover",
        "total_urls":0,"estimated_credits":500,"webhook_url":null,"message":"Scan queued successfully"}
        """;

    public const string State = """
        {"scan_id":"9e1a2b3c-4d5e-6f7a-8b9c-0d1e2f3a4b5c","domain":"example.com","url":"https://example.com","source":"api",
        "status":"crawling","crawl_mode":"Discover",
        "progress":{"total_urls":45,"urls_crawled":23,"urls_analyzed":15,"percentage":51},
        "timestamps":{"created_at":"2026-03-12T12:00:00+00:00","started_at":"2026-03-12T12:00:02+00:00",
        "crawling_completed_at":null,"completed_at":null}}
        """;

    public const string Results = """
        {"scan_id":"9e1a2b3c-4d5e-6f7a-8b9c-0d1e2f3a4b5c","domain":"example.com","status":"completed","average_score":74,
        "summary":{"excellent":2,"good":12,"needs_work":15,"poor":3},
        "performance_summary":{"lcp":{"median":1.8}},"accessibility_summary":{"violations":4},
        "site_checks":{"checks":[{"key":"robots_txt","name":"robots.txt","status":"passed",
        "message":"robots.txt is accessible and valid","category":"crawlability"}],
        "duplicate_titles":{"count":2,"found":true,"duplicates":[{"title":"Example Site",
        "pages":["https://example.com/about","https://example.com/contact"]}]},
        "duplicate_descriptions":{"count":0,"found":false,"duplicates":[]}},
        "top_issues":[{"issue":"Missing canonical tag","count":28},{"issue":"Missing Open Graph tags","count":30}],
        "results":{"data":[{"url":"https://example.com/","score":82,"grade":"B","checks":23,
        "failed_checks":["No structured data found","Missing Open Graph tags"],
        "warnings":["Title could be longer (28 characters, recommend 30-60)"],
        "all_checks":[{"name":"Canonical Tag","key":"canonical","status":"failed",
        "message":"No canonical tag found. Add a self-referencing canonical.","category":"indexability","weight":8}],
        "metadata":{"title":"Example Site","description":"An example website","canonical":null},
        "performance":{"score":85,"lcp":1.8,"fcp":0.9,"cls":0.05,"fid":12,"inp":95,"ttfb":0.3,"tbt":120},
        "accessibility":{"score":72,"violations":[{"id":"color-contrast","impact":"serious",
        "help":"Elements must have sufficient color contrast",
        "help_url":"https://dequeuniversity.com/rules/axe/4.4/color-contrast","wcag_tags":["wcag2aa","wcag143"],
        "nodes":[{"target":[".hero-text"],"html":"<p class=\"hero-text\">Welcome</p>",
        "failure_summary":"Element has insufficient color contrast ratio of 3.2:1"}]}]},
        "analyzed_at":"2026-03-12T12:05:00+00:00"}],
        "next_cursor":"eyJzY29yZSI6ODIsIl9wb2ludHNUb05leHRJdGVtcyI6dHJ1ZX0","prev_cursor":null,"per_page":100}}
        """;

    public const string List = """
        {"data":[{"scan_id":"9e1a2b3c-4d5e-6f7a-8b9c-0d1e2f3a4b5c","domain":"example.com","source":"api","status":"completed",
        "crawl_mode":"Discover","progress":{"total_urls":32,"urls_analyzed":32,"percentage":100},"average_score":74,
        "created_at":"2026-03-12T12:00:00+00:00","completed_at":"2026-03-12T12:10:00+00:00"}],
        "meta":{"current_page":1,"last_page":3,"per_page":20,"total":47}}
        """;

    public const string Cancelled = """{"message":"Scan cancelled successfully."}""";

    public const string Domains = """
        {"data":[{"id":1,"domain":"example.com","total_scans":5,"last_scanned_at":"2026-03-12T12:10:00+00:00"}]}
        """;

    public const string Credits = """{"balance":1500,"auto_renew":true}""";

    public static string StateOf(string status, double? percentage = null) =>
        $$"""
        {"scan_id":"{{Id}}","status":"{{status}}","progress":{"total_urls":10,"urls_analyzed":5,
        "percentage":{{percentage?.ToString(CultureInfo.InvariantCulture) ?? "null"}} } }
        """;
}
