namespace SeoAudit.Client.Http;

/// <summary>What sending a request twice would do.</summary>
internal enum EndpointKind
{
    /// <summary>Nothing: it reads.</summary>
    Read,

    /// <summary>It may create something twice, or spend twice.</summary>
    Write,
}
