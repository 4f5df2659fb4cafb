using System.Text;
using System.Text.Json.Nodes;

namespace SeoAudit.Client.Benchmarks;

/// <summary>Answers of SEOPeek in two sizes.</summary>
internal static class Answers
{
    public static readonly byte[] Tiny = Encoding.UTF8.GetBytes(
        """{"url":"https://example.com/","score":82,"grade":"B"}""");

    /// <summary>About 3.5 KB, the size of an answer with its 20 checks.</summary>
    public static readonly byte[] Typical = CreateTypical();

    private static byte[] CreateTypical()
    {
        var checks = new JsonArray();
        for (var index = 0; index < 20; index++)
        {
            checks.Add(new JsonObject
            {
                ["name"] = $"Check number {index}",
                ["passed"] = index % 3 != 0,
                ["message"] = "The page has what this check looks for, and it has the right length as well.",
                ["value"] = $"A value that was judged, {index}",
            });
        }

        var audit = new JsonObject
        {
            ["url"] = "https://example.com/",
            ["score"] = 82,
            ["grade"] = "B",
            ["checks"] = checks,
            ["meta"] = new JsonObject { ["title"] = "Example", ["description"] = "An example", ["ogTitle"] = "Example" },
            ["timestamp"] = "2026-03-29T10:00:00Z",
        };
        return Encoding.UTF8.GetBytes(audit.ToJsonString());
    }
}
