namespace SeoAudit.Client.Tests.Support;

/// <summary>Plausible answers of the three services.</summary>
internal static class Answers
{
    public const string Health = """{"status":"ok","service":"seopeek","version":"1.0.0"}""";

    public const string Credits = """{"balance":500}""";

    public const string NoAudits = """{"audits":[]}""";

    public static string SeoPeekAudit(string url, int score = 80) =>
        $$"""{"url":{{Quote(url)}},"score":{{score}},"grade":"B","checks":[],"meta":{},"timestamp":"2026-03-29T10:00:00Z"}""";

    /// <summary>An answer to whatever is asked of SEOPeek, SEOgent's credits or MetricSpot's list.</summary>
    public static HttpResponseMessage For(HttpRequestMessage request) => ScriptedHandler.Json(Body(request.RequestUri!));

    public static Uri AuditedPage(HttpRequestMessage request) => AuditedPage(request.RequestUri!);

    public static Uri AuditedPage(Uri asked)
    {
        string query = asked.Query;
        int start = query.IndexOf("url=", StringComparison.Ordinal) + "url=".Length;
        return new Uri(Uri.UnescapeDataString(query[start..]));
    }

    private static string Body(Uri address)
    {
        string path = address.AbsolutePath;
        return path switch
        {
            _ when path.EndsWith("/health", StringComparison.Ordinal) => Health,
            _ when path.EndsWith("/credits", StringComparison.Ordinal) => Credits,
            _ when path.EndsWith("/api/audits", StringComparison.Ordinal) => NoAudits,
            _ => SeoPeekAudit("https://example.com/"),
        };
    }

    private static string Quote(string text) => $"\"{System.Text.Encodings.Web.JavaScriptEncoder.Default.Encode(text)}\"";
}
