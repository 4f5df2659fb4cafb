using SeoAudit.Client.Reporting.Output;

namespace SeoAudit.Client.Reporting.Comparison;

/// <summary>Keeps one object for each check of a run, however many pages fail it.</summary>
internal sealed class CheckRegistry
{
    private readonly Dictionary<AuditService, Dictionary<string, CheckId>> _checks = [];

    /// <summary>The check's one object, with the name and severity that it first came with.</summary>
    public CheckId Register(AuditService service, PageCheck check)
    {
        if (!_checks.TryGetValue(service, out Dictionary<string, CheckId>? known))
        {
            _checks.Add(service, known = new Dictionary<string, CheckId>(StringComparer.OrdinalIgnoreCase));
        }

        string id = CheckKey.Of(check);
        if (!known.TryGetValue(id, out CheckId? checkId))
        {
            checkId = new CheckId(service, id) { Name = check.Name, Severity = string.IsNullOrEmpty(check.Severity) ? null : check.Severity };
            known.Add(id, checkId);
        }

        return checkId;
    }

    public HashSet<CheckId> ToSet() => [.. _checks.Values.SelectMany(static known => known.Values)];
}
