using System.Text.Json;
using AngleSharp.Dom;

namespace SeoAudit.Emulator.Auditing.Checks;

internal sealed class StructuredDataChecks : IPageCheckGroup
{
    private static readonly CheckDefinition Data = new("structured_data", "Structured Data", CheckCategory.Content, 4);

    public IEnumerable<CheckResult> Run(AuditedPage page)
    {
        IElement[] blocks = [.. page.Document.QuerySelectorAll("script[type='application/ld+json' i]")];
        yield return blocks.Length > 0 ? Judge(blocks)
            : page.Document.QuerySelector("[itemscope][itemtype]") is { } item
                ? Data.Pass("The page holds microdata.", item.GetAttribute("itemtype"))
                : Data.Warn("The page holds no structured data. Describe it with schema.org terms in JSON-LD.");
    }

    private static CheckResult Judge(IElement[] blocks)
    {
        var types = new List<string>();
        foreach (IElement block in blocks)
        {
            try
            {
                using var json = JsonDocument.Parse(block.TextContent);
                types.AddRange(TypesIn(json.RootElement));
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
            {
                // The latter two say that a string holds half a character.
                return Data.Fail($"A JSON-LD block cannot be parsed: {e.Message} Correct it, or search engines ignore it.");
            }
        }

        return types.Count == 0
            ? Data.Warn("The JSON-LD says no @type. Name the schema.org type of each thing it describes.")
            : Data.Pass("The page holds JSON-LD that parses.", string.Join(", ", types));
    }

    private static IEnumerable<string> TypesIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(TypesIn),
        JsonValueKind.Object when element.TryGetProperty("@type", out JsonElement type) => Names(type),
        JsonValueKind.Object when element.TryGetProperty("@graph", out JsonElement graph) => TypesIn(graph),
        _ => [],
    };

    private static IEnumerable<string> Names(JsonElement type) => type.ValueKind switch
    {
        JsonValueKind.String => [type.GetString() ?? ""],
        JsonValueKind.Array => type.EnumerateArray().Where(name => name.ValueKind == JsonValueKind.String).Select(name => name.GetString() ?? ""),
        _ => [],
    };
}
