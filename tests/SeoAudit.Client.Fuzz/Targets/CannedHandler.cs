namespace SeoAudit.Client.Fuzz.Targets;

/// <summary>Stands where the network does, and answers with what the request brings along.</summary>
internal sealed class CannedHandler : HttpMessageHandler
{
    public static readonly HttpRequestOptionsKey<HttpResponseMessage> Answer = new("SeoAudit.Fuzz.Answer");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(request.Options.TryGetValue(Answer, out HttpResponseMessage? answer) ? answer : throw new InvalidOperationException("There is no answer."));
}
