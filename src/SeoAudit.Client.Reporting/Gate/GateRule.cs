using System.Globalization;

namespace SeoAudit.Client.Reporting.Gate;

/// <summary>One rule of a gate, held against a run outcome by outcome.</summary>
/// <param name="name">The rule's member of the gate, with the check or severity where it has many.</param>
/// <param name="allowed">What is allowed, in the rule's unit; null where there is no number to it.</param>
internal abstract class GateRule(string name, double? allowed)
{
    public string Name => name;

    protected double Allowed => allowed.GetValueOrDefault();

    public virtual void Add(PageAuditOutcome outcome)
    {
    }

    /// <summary>How the run violates the rule; null where it keeps to it.</summary>
    public abstract GateViolation? Judge(GateRun run);

    /// <summary>A run that gives nothing to judge by has not kept to the rule.</summary>
    public GateViolation Unjudged(string message) => new() { Rule = name, Message = message, Allowed = allowed };

    protected GateViolation Violated(double actual, PageRanking? pages, FormattableString message) => new()
    {
        Rule = name,
        Message = message.ToString(CultureInfo.InvariantCulture),
        Allowed = allowed,
        Actual = actual,
        Pages = pages?.Worst ?? [],
        PageCount = pages?.Count ?? 0,
    };

    protected static string Pages(int count) => count == 1 ? "1 page" : string.Create(CultureInfo.InvariantCulture, $"{count} pages");
}
