using System.Runtime.InteropServices;
using System.Text;
using SeoAudit.Client.Fuzz.Mutations;
using SeoAudit.Client.Reporting;

namespace SeoAudit.Client.Fuzz.Targets;

/// <summary>A quality gate: refused for what it is, or rules that a run can be held against.</summary>
internal sealed class GateTarget() : FuzzTarget("gate", "Gates", new JsonGrammar("maxErrors", "maxLcpMs", "requiredChecks", "maxFailedChecks", "$schema"))
{
    public override Task<object?> ReadAsync(byte[] input)
    {
        QualityGate gate = QualityGate.Parse(TextOf(input));
        if (!gate.NeedsBaseline)
        {
            QualityGateResult verdict = new QualityGateEvaluator(gate).Evaluate();
            BrokenPromiseException.ThrowIf(verdict.Violations.Count != verdict.Rules.Count, "A run without pages keeps to a rule.");
        }

        return Task.FromResult<object?>(gate);
    }

    public override bool IsDocumented(Exception exception) => exception is QualityGateFormatException;

    // With a mark in front of them the bytes are taken for the text itself, for no bytes in UTF-8 say half a surrogate pair.
    private static string TextOf(byte[] input) =>
        input is [0xFF, 0xFE, ..] ? new string(MemoryMarshal.Cast<byte, char>(input.AsSpan(2))) : Encoding.UTF8.GetString(input);
}
