using System.Text.Json.Serialization;

namespace SeoAudit.Emulator.Seogent.Wire;

internal sealed record SeogentCursor(
    int Score, int Ordinal, [property: JsonPropertyName("_pointsToNextItems")] bool PointsToNextItems);
