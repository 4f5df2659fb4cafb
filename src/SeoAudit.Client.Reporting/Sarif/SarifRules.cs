using System.Text.Json;
using SeoAudit.Client.Reporting.Output;

namespace SeoAudit.Client.Reporting.Sarif;

/// <summary>The rules of a report in the order in which they were first broken, of a bounded number.</summary>
internal sealed class SarifRules
{
    public const int Capacity = 10_000;

    private readonly Dictionary<CheckId, SarifRule> _byCheck = [];
    private readonly List<SarifRule> _rules = [];

    /// <summary>The rule of a check; null for a further one when there are too many.</summary>
    public SarifRule? Find(AuditService service, PageCheck check)
    {
        var id = new CheckId(service, CheckKey.Of(check));
        if (!_byCheck.TryGetValue(id, out SarifRule? rule) && _rules.Count < Capacity)
        {
            rule = new SarifRule(id, check, _rules.Count);
            _byCheck.Add(id, rule);
            _rules.Add(rule);
        }

        return rule;
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray("rules");
        foreach (SarifRule rule in _rules)
        {
            rule.Write(json);
        }

        json.WriteEndArray();
    }
}
