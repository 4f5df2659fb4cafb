namespace SeoAudit.Client.Tests.Faults;

/// <summary>How long is waited between attempts.</summary>
internal enum Waits
{
    /// <summary>Not at all: there is one attempt.</summary>
    None,

    /// <summary>About 0.5, 1, 2 seconds.</summary>
    Backoff,

    /// <summary>As long as the service asked for, and somewhat longer.</summary>
    Asked,

    /// <summary>In no way that is documented.</summary>
    Wrong,
}
