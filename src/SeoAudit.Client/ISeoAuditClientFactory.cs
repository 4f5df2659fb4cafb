namespace SeoAudit.Client;

/// <summary>Makes clients for accounts whose keys are known only at run time. Registered by <c>AddSeoAudit()</c>, and under its key by <c>AddKeyedSeoAudit()</c>.</summary>
public interface ISeoAuditClientFactory
{
    /// <summary>
    /// Makes a client for the given settings. Clients share connections and resilience pipelines, but never a key: each request
    /// carries the key of the client that made it. Making one is cheap; it needs no disposal.
    /// </summary>
    /// <param name="options">The settings, read on every request, so that a key can be changed later.</param>
    /// <returns>The client.</returns>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting is out of its range; the message names all that are.</exception>
    ISeoAuditClient Create(SeoAuditOptions options);
}
