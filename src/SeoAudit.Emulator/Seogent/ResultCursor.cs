using System.Buffers.Text;
using System.Text.Json;
using SeoAudit.Emulator.Seogent.Wire;

namespace SeoAudit.Emulator.Seogent;

/// <summary>Writes and reads cursors: JSON in base64url without padding, opaque to clients.</summary>
internal static class ResultCursor
{
    public static string Write(ScannedPage edge, bool pointsToNextItems)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(
            new SeogentCursor(edge.Wire.Score, edge.Ordinal, pointsToNextItems), SeogentJson.Default.SeogentCursor);
        return Convert.ToBase64String(json).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    /// <summary>Null when the text is no cursor.</summary>
    public static SeogentCursor? Read(string text)
    {
        string base64 = text.Replace('-', '+').Replace('_', '/');
        base64 = base64.PadRight((base64.Length + 3) / 4 * 4, '=');
        byte[] json = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, json, out int length))
            return null;
        try
        {
            using JsonDocument document = JsonDocument.Parse(json.AsMemory(0, length));
            return document.RootElement is { ValueKind: JsonValueKind.Object } cursor
                && cursor.TryGetProperty("score", out JsonElement score) && score.TryGetInt32(out int knownScore)
                && cursor.TryGetProperty("ordinal", out JsonElement ordinal) && ordinal.TryGetInt32(out int knownOrdinal)
                && cursor.TryGetProperty("_pointsToNextItems", out JsonElement forward)
                && forward.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? new SeogentCursor(knownScore, knownOrdinal, forward.GetBoolean())
                : null;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
