using System.Text.Json;

namespace SeoAudit.Client.Json;

/// <summary>How deep JSON of a service may nest. What it answers lies 10 levels deep at most.</summary>
internal static class JsonLimits
{
    public const int MaxDepth = 64;

    public static readonly JsonDocumentOptions Document = new() { MaxDepth = MaxDepth };

    public static readonly JsonReaderOptions Reader = new() { MaxDepth = MaxDepth };
}
