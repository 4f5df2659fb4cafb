using System.Text.Json;

namespace SeoAudit.Client.Reporting.Sarif;

/// <summary>A check that some page failed.</summary>
internal sealed class SarifRule(CheckId check, PageCheck first, int index)
{
    private const int MaxName = 200;
    private const int MaxWord = 100;
    private const string Advice = "Each result says what the service found on its page and, where it gives advice, what to do about it.";

    private readonly string _category = SarifText.Line(first.Category ?? string.Empty, MaxWord);
    private readonly string _severity = SarifText.Line(first.Severity ?? string.Empty, MaxWord);
    private readonly string _name = SarifText.Line(first.Name, MaxName);
    private SarifLevel _level;

    public int Index { get; } = index;

    public string Id { get; } = SarifRuleId.Of(check);

    /// <summary>The name for people, as it first came; the id where there is none.</summary>
    public string Name => _name.Length > 0 ? _name : Id;

    /// <summary>Takes a result into account: a rule is as grave as the gravest.</summary>
    public void Count(SarifLevel level) => _level = level > _level ? level : _level;

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        if (_name.Length > 0)
        {
            json.WriteString("name", _name);
        }

        WriteText(json, "shortDescription", SarifText.Message(Name, SarifText.MaxDescription));
        WriteText(json, "fullDescription", Describe(SarifText.Message));
        json.WriteStartObject("help");
        json.WriteString("text", $"{Describe(SarifText.Message)} {Advice}");
        json.WriteString("markdown", $"{Describe(SarifText.Code)}\n\n{Advice}");
        json.WriteEndObject();
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", SarifLevels.Word(_level));
        json.WriteEndObject();
        WriteProperties(json);
        json.WriteEndObject();
    }

    private string Describe(Func<string, int, string> quote) => string.Concat(
        $"{check.Service} checks {quote(Name, MaxName)}",
        _category.Length > 0 ? $", in its category {quote(_category, MaxWord)}" : string.Empty,
        _severity.Length > 0 ? $", and rates it {quote(_severity, MaxWord)}" : string.Empty,
        ".");

    private void WriteProperties(Utf8JsonWriter json)
    {
        json.WriteStartObject("properties");
        json.WriteStartArray("tags");
        json.WriteStringValue("seo");
        if (_category.Length > 0 && _category != "seo")
        {
            json.WriteStringValue(_category);
        }

        json.WriteEndArray();
        json.WriteString("problem.severity", SarifLevels.Problem(_level));
        json.WriteString("service", check.Service.ToString());
        if (_category.Length > 0)
        {
            json.WriteString("category", _category);
        }

        if (_severity.Length > 0)
        {
            json.WriteString("severity", _severity);
        }

        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
