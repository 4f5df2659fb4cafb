using SeoAudit.Client.Reporting.Html.Markup;
using SeoAudit.Client.Reporting.Output;

namespace SeoAudit.Client.Reporting.Html.Summary;

/// <summary>Keeps a note of each failed check, of as many checks as a report tells apart.</summary>
internal sealed class CheckNotes
{
    private const int Capacity = 10_000;
    private const int LongestText = 300;

    private readonly Dictionary<(AuditService Service, string Id), CheckNote> _notes = [];

    public IReadOnlyDictionary<(AuditService Service, string Id), CheckNote> All => _notes;

    public void Add(PageAudit audit)
    {
        foreach (PageCheck check in audit.Checks)
        {
            if (check is null || check.Status != CheckStatus.Failed)
            {
                continue;
            }

            (AuditService Service, string Id) id = (audit.Service, CheckKey.Of(check));
            if (!_notes.ContainsKey(id) && _notes.Count < Capacity)
            {
                _notes.Add(id, new CheckNote(Short(check.Severity), Short(check.Category), Short(check.Message)!));
            }
        }
    }

    private static string? Short(string? text) => text is null ? null : Wording.Excerpt(text, LongestText);
}
