namespace SeoAudit.Client.Tests.MetricSpot;

internal static class MetricSpotSample
{
    public const string Queued =
        """
        {
          "audit": {
            "id": 12345,
            "domain": "example.com",
            "url": "https://example.com",
            "status": "queued",
            "score": null,
            "created_at": "2026-05-14T10:18:04.000Z"
          }
        }
        """;

    public const string Completed =
        """
        {
          "audit": {
            "id": 12345,
            "user_id": 7,
            "domain": "example.com",
            "url": "https://example.com",
            "status": "completed",
            "score": 87.5,
            "created_at": "2026-05-14T10:18:04.000Z",
            "raw": { "private": { "module_scores": { "no": 1 } }, "module_scores": { "onpage": 91, "technical": 84.5, "privacy": null, "social": "n/a" } }
          },
          "findings": [
            {
              "module": "technical",
              "rule_id": "technical.https_enforced",
              "passed": true,
              "severity": "critical",
              "title": "HTTPS is enforced",
              "recommendation": null,
              "data": { "platform": "shop" }
            },
            {
              "module": "onpage",
              "rule_id": "onpage.title",
              "passed": false,
              "severity": "major",
              "title": "The title is long",
              "recommendation": "Shorten it."
            }
          ],
          "plan": "pro",
          "cooldown": { "retry_at": "2026-05-15T10:18:04.000Z" }
        }
        """;

    public static string Audit(string members) => $$$"""{"audit":{"id":1,"url":"https://example.com","status":"completed"{{{members}}}}}""";

    public static string InState(string status) => $$$"""{"audit":{"id":12345,"url":"https://example.com","status":"{{{status}}}","score":null}}""";
}
