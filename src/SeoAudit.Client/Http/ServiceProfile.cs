using System.Collections.Frozen;
using Refit;
using SeoAudit.Client.Diagnostics;

namespace SeoAudit.Client.Http;

/// <summary>What the pipeline has to know of one service; each service's folder has its own.</summary>
internal abstract class ServiceProfile
{
    /// <summary>The request option under which Refit names the method that is called.</summary>
    public static readonly HttpRequestOptionsKey<string> MethodName = new(HttpRequestMessageOptions.MethodName);

    private readonly FrozenDictionary<string, ServiceEndpoint> _endpoints;

    protected ServiceProfile(AuditService? service, string name, string keySetting, params IEnumerable<ServiceEndpoint> endpoints)
    {
        Service = service;
        Name = name;
        LogName = service?.ToString() ?? "Site";
        KeySetting = keySetting;
        _endpoints = endpoints.ToFrozenDictionary(
            static endpoint => endpoint.Method,
            endpoint => endpoint with { SpanName = Spans.NameOf(service, endpoint.Name) },
            StringComparer.Ordinal);
    }

    /// <summary>The service; null for plain downloads from anywhere.</summary>
    public AuditService? Service { get; }

    /// <summary>The service's name in messages.</summary>
    public string Name { get; }

    /// <summary>The service as the log names it.</summary>
    public string LogName { get; }

    /// <summary>Where the key is set, below the section, e.g. <c>Seogent:ApiToken</c>.</summary>
    public string KeySetting { get; }

    /// <summary>Whether calls may be made without a key.</summary>
    public virtual bool KeyIsOptional => false;

    public IReadOnlyCollection<ServiceEndpoint> Endpoints => _endpoints.Values;

    public ServiceEndpoint Endpoint(string method) => _endpoints[method];

    /// <summary>What a request calls; null where it was not made through the Refit interface.</summary>
    public ServiceEndpoint? EndpointOf(HttpRequestMessage request) =>
        request.Options.TryGetValue(MethodName, out string? method) ? Endpoint(method) : null;

    public abstract ServiceOptions Select(SeoAuditOptions options);

    /// <summary>Puts the key on the request.</summary>
    public abstract void Authenticate(HttpRequestMessage request, string credential);

    /// <summary>The service's code for an answer that carries none.</summary>
    public virtual string? ErrorCodeFor(int status) => null;

    /// <summary>Whether a 422 with this code means a wrong state rather than a wrong request.</summary>
    public virtual bool IsConflict(string? code) => false;
}
