using System.Text.Json;
using SeoAudit.Client.Reporting.Html.Markup;
using SeoAudit.Client.Reporting.Output;

namespace SeoAudit.Client.Reporting.Html.Data;

/// <summary>What is the same of a check on every page, written once; of more checks than it holds, where they stand.</summary>
internal sealed class CheckTable
{
    public const int Capacity = 4_096;

    private readonly Dictionary<Definition, int> _numbers = [];
    private readonly List<Definition> _definitions = [];

    public void Write(Utf8JsonWriter json, AuditService service, PageCheck check)
    {
        var definition = new Definition(service, Short(check.Key), Short(check.Name)!, Short(check.Category), Short(check.Severity), check.Weight);
        if (_numbers.TryGetValue(definition, out int number))
        {
            json.WriteNumberValue(number);
        }
        else if (_definitions.Count < Capacity)
        {
            json.WriteNumberValue(_definitions.Count);
            _numbers.Add(definition, _definitions.Count);
            _definitions.Add(definition);
        }
        else
        {
            definition.Write(json);
        }
    }

    public void WriteAll(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (Definition definition in _definitions)
        {
            definition.Write(json);
        }

        json.WriteEndArray();
    }

    private static string? Short(string? text) => string.IsNullOrEmpty(text) ? null : Wording.Excerpt(text, CheckTexts.LongestName);

    private sealed record Definition(AuditService Service, string? Key, string? Name, string? Category, string? Severity, double? Weight)
    {
        public void Write(Utf8JsonWriter json)
        {
            json.WriteStartArray();
            json.WriteStringValue(ServiceName.Of(Service));
            json.WriteStringValue(Key);
            json.WriteStringValue(Name ?? string.Empty);
            json.WriteStringValue(Category);
            json.WriteStringValue(Severity);
            if (Weight is { } weight && double.IsFinite(weight))
            {
                json.WriteNumberValue(weight);
            }
            else
            {
                json.WriteNullValue();
            }

            json.WriteEndArray();
        }
    }
}
