using System.Text.Json;

namespace SeoAudit.Client.Reporting.Gate;

/// <summary>Reads a gate from JSON. A misspelt rule must not pass for a kept one, so whatever is not understood is an error.</summary>
internal static class GateReader
{
    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static async Task<QualityGate> LoadAsync(string path, CancellationToken cancellationToken)
    {
        string json = await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false);
        try
        {
            return Read(json);
        }
        catch (QualityGateFormatException exception)
        {
            throw new QualityGateFormatException($"{path}: {exception.Message}", exception);
        }
    }

    public static QualityGate Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            return Read(document.RootElement);
        }
        catch (JsonException exception)
        {
            throw new QualityGateFormatException($"The quality gate is no JSON. {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            // Half of a surrogate pair, written as it is or escaped.
            throw new QualityGateFormatException("The quality gate holds text that is no valid Unicode.", exception);
        }
    }

    private static QualityGate Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw Wrong(["it must be a JSON object"]);
        }

        var gate = new QualityGate();
        var faults = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonProperty property in root.EnumerateObject())
        {
            if (!seen.Add(property.Name))
            {
                faults.Add($"{property.Name} stands there twice");
            }
            else if (property.Name == GateMembers.Schema || property.Value.ValueKind == JsonValueKind.Null && GateMembers.IsKnown(property.Name))
            {
                continue;
            }
            else
            {
                gate = GateMembers.Read(gate, property, faults);
            }
        }

        faults.AddRange(GateValidation.FaultsOf(gate, GateMembers.NameOf));
        return faults.Count == 0 ? gate : throw Wrong(faults);
    }

    private static QualityGateFormatException Wrong(IEnumerable<string> faults) => new($"The quality gate is not valid: {string.Join("; ", faults)}.");
}
