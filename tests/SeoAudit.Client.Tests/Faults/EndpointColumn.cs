namespace SeoAudit.Client.Tests.Faults;

/// <summary>Endpoints that behave alike: the columns of docs/faults.md.</summary>
internal enum EndpointColumn
{
    /// <summary>Reads JSON.</summary>
    Read,

    /// <summary>Reads a PDF as a stream.</summary>
    Stream,

    /// <summary>Gets a file from a site, without a key: sitemaps, and PDFs by address.</summary>
    Download,

    /// <summary>Creates what a list of the service shows.</summary>
    CreateWithLook,

    /// <summary>Creates what no list shows.</summary>
    CreateWithoutLook,

    /// <summary>Other calls that are not repeated without need: a cancellation, an anonymous audit.</summary>
    Action,
}
