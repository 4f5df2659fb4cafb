using System.Text.Json.Nodes;

namespace SeoAudit.Client.Tests.SeoPeek;

internal static class SeoPeekSample
{
    public const string Minimal = """{"url":"https://example.com/","score":82,"grade":"B","checks":[],"meta":{},"timestamp":"2026-03-29T10:00:00Z"}""";

    public const string Full =
        """
        {
          "url": "https://example.com/",
          "score": 82,
          "grade": "B",
          "checks": [
            { "name": "Title", "passed": true, "message": "Title is 42 characters", "value": "Example Domain" },
            { "name": "Canonical", "passed": false, "message": "No canonical URL", "value": null }
          ],
          "meta": {
            "title": "Example Domain",
            "description": "An example",
            "canonical": "https://example.com/",
            "ogTitle": "Example",
            "ogDescription": "An Open Graph example",
            "ogImage": "https://example.com/image.png"
          },
          "timestamp": "2026-03-29T10:00:00.000Z",
          "summary": { "passed": 1, "failed": 1 }
        }
        """;

    /// <summary>The full sample with one member changed, or left out where the value is null.</summary>
    public static string With(string member, string? json)
    {
        JsonObject audit = JsonNode.Parse(Full)!.AsObject();
        audit.Remove(member);
        if (json is not null)
        {
            audit[member] = JsonNode.Parse(json);
        }

        return audit.ToJsonString();
    }

    public static string WithCheck(string check) => With("checks", $"[{check}]");
}
