using System.Text;
using System.Text.Json;
using SeoAudit.Client.Fuzz.Mutations;
using SeoAudit.Client.Json;
using SeoAudit.Client.SeoPeek;
using SeoAudit.Client.Tests.Storage;

namespace SeoAudit.Client.Fuzz.Targets;

/// <summary>What the quick reader of SEOPeek's audits reads, the generated one must read alike.</summary>
internal sealed class QuickReaderTarget() : FuzzTarget("quick-SeoPeekAudit", nameof(SeoPeekAudit), new JsonGrammar())
{
    public override Task<object?> ReadAsync(byte[] input)
    {
        ReadOnlySpan<byte> json = input;
        json = json.StartsWith(Encoding.UTF8.Preamble) ? json[Encoding.UTF8.Preamble.Length..] : json;
        SeoPeekAudit? quick = SeoPeekAuditReader.Read(json);
        if (quick is null)
        {
            return Task.FromResult<object?>(null);
        }

        SeoPeekAudit? generated = JsonSerializer.Deserialize(json, SeoPeekJsonContext.Default.SeoPeekAudit);
        BrokenPromiseException.ThrowIf(Text(quick) != Text(generated!), $"The readers differ:\n{Text(quick)}\n{Text(generated!)}");
        return Task.FromResult<object?>(quick);
    }

    public override bool IsDocumented(Exception exception) => false;

    // JSON as it came, because not all of it can be written again.
    private static string Text(SeoPeekAudit audit) => string.Join(
        '\n',
        [Described.Of(audit with { Checks = [] }), .. audit.Checks.Select(static check => $"{check.Name} {check.Passed} {check.Message} {check.ValueText} {Raw(check)}")]);

    private static string? Raw(SeoPeekCheck check) =>
        check.ValueOnWire is not string && check.Value is { ValueKind: not JsonValueKind.String } value ? $"{value.ValueKind} {JsonText.Of(value)}" : null;
}
