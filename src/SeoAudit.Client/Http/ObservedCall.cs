namespace SeoAudit.Client.Http;

/// <summary>Marks a request whose attempts somebody wants to know of.</summary>
/// <param name="caller">Tells a caller who gave up from an attempt that ran out of time.</param>
internal sealed class ObservedCall(CancellationToken caller)
{
    private static readonly HttpRequestOptionsKey<ObservedCall> Key = new("SeoAudit.Observed");

    public bool IsCancelled => caller.IsCancellationRequested;

    public void AttachTo(HttpRequestMessage request) => request.Options.Set(Key, this);

    public static ObservedCall? Of(HttpRequestMessage request) => request.Options.TryGetValue(Key, out ObservedCall? call) ? call : null;
}
