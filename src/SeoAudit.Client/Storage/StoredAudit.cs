using System.Text.Json;

namespace SeoAudit.Client.Storage;

/// <summary>
/// Audits as JSON on one line, for stores that outlive the process. Members that this version does not know are skipped. What an
/// answer said about limits, and the raw answer, are not stored.
/// </summary>
internal static class StoredAudit
{
    /// <summary>What a reader must allow: a service's JSON, 64 levels deep at most, with what is stored around it.</summary>
    public const int MaxDepth = 128;

    public static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = MaxDepth };

    public static void Write(Utf8JsonWriter writer, PageAudit audit) =>
        JsonSerializer.Serialize(writer, audit, StorageJsonContext.Default.PageAudit);

    /// <exception cref="JsonException">It is no stored audit.</exception>
    public static PageAudit Read(ref Utf8JsonReader reader)
    {
        try
        {
            PageAudit? audit = JsonSerializer.Deserialize(ref reader, StorageJsonContext.Default.PageAudit);
            return audit is { Url.IsAbsoluteUri: true } && audit.Checks.All(static check => check is { Name: not null })
                ? audit
                : throw new JsonException("A stored audit lacks its URL or the name of a check.");
        }
        catch (Exception exception) when (exception is InvalidOperationException or FormatException or ArgumentException or IndexOutOfRangeException)
        {
            // The platform's own words for text that is no Unicode, or an address that is none.
            throw new JsonException("A stored audit cannot be read.", exception);
        }
    }
}
