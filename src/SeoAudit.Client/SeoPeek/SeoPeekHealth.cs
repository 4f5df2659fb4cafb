namespace SeoAudit.Client.SeoPeek;

/// <summary>What SEOPeek says of itself. Source: SEOPeek public docs, <c>GET /api/health</c>.</summary>
public sealed record SeoPeekHealth : ServiceResult
{
    /// <summary><c>ok</c> when it is well.</summary>
    public string Status
    {
        get => field ?? string.Empty;
        init;
    }

    /// <summary>The service's name, <c>seopeek</c>.</summary>
    public string Service
    {
        get => field ?? string.Empty;
        init;
    }

    /// <summary>The service's version, e.g. <c>1.0.0</c>.</summary>
    public string Version
    {
        get => field ?? string.Empty;
        init;
    }
}
