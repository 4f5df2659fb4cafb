using System.Text.Json;
using SeoAudit.Client.Json;
using SeoAudit.Client.Validation;

namespace SeoAudit.Client.Webhooks;

/// <summary>Finds the id of the scan in JSON that comes in pieces, and sees to it that the whole is JSON.</summary>
internal sealed class ScanIdFinder
{
    private const int MaxIdBytes = 1_200;

    private JsonReaderState _state = new(JsonLimits.Reader);
    private bool _isNext;
    private string? _scanId;

    /// <summary>The id; known once everything has been read.</summary>
    public string ScanId => _scanId ?? throw WebhookFault.Create("names no scan");

    /// <summary>Reads a piece.</summary>
    /// <param name="json">What was not used of the piece before, and what has come since.</param>
    /// <param name="isFinal">Whether nothing follows.</param>
    /// <returns>How many bytes were used.</returns>
    public int Read(ReadOnlySpan<byte> json, bool isFinal)
    {
        var reader = new Utf8JsonReader(json, isFinal, _state);
        try
        {
            while (reader.Read())
            {
                Look(ref reader);
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The latter for text that is not Unicode.
            throw WebhookFault.Create("is not JSON", exception);
        }

        _state = reader.CurrentState;
        return (int)reader.BytesConsumed;
    }

    private void Look(ref Utf8JsonReader reader)
    {
        if (_isNext)
        {
            _isNext = false;
            _scanId = ReadId(ref reader);
        }
        else if (reader.CurrentDepth == 0 && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.EndObject))
        {
            throw WebhookFault.Create("is not a JSON object");
        }
        else if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("scan_id"u8))
        {
            // Readers differ in which of two they take.
            _isNext = _scanId is null ? true : throw WebhookFault.Create("has two members 'scan_id'");
        }
    }

    private static string ReadId(ref Utf8JsonReader reader)
    {
        string? id = reader.TokenType == JsonTokenType.String && reader.ValueSpan.Length <= MaxIdBytes ? reader.GetString() : null;
        return Require.IsPathSegment(id) ? id : throw WebhookFault.Create("has a member 'scan_id' that is no id");
    }
}
