using System.Net;
using System.Text.Json;
using SeoAudit.Client.Fuzz.Mutations;

namespace SeoAudit.Client.Fuzz.Targets;

/// <summary>A type that a service answers with, read as in production.</summary>
internal class AnswerTarget<T>(ServiceWire wire, string method, string corpus, string? name = null)
    : FuzzTarget(name ?? $"answer-{typeof(T).Name}", corpus, new JsonGrammar())
{
    public override async Task<object?> ReadAsync(byte[] input) => await AskAsync(input);

    // Whatever else came before an answer would be worded as a failure of the transport, and hide a fault.
    public override bool IsDocumented(Exception exception) => exception is SeoAuditResponseException { InnerException: null or JsonException };

    protected async Task<T> AskAsync(byte[] input)
    {
        using var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(input) };
        return await wire.AskAsync<T>(method, answer);
    }
}
