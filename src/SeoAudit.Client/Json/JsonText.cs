using System.Text.Json;

namespace SeoAudit.Client.Json;

internal static class JsonText
{
    /// <summary>An element as text; null where it is no Unicode, such as half a surrogate pair, of which the platform makes no text.</summary>
    public static string? Of(JsonElement element)
    {
        try
        {
            return element.ToString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
