namespace SeoAudit.Client.SeoPeek;

/// <summary>The plans that SEOPeek sells.</summary>
public enum SeoPeekPlan
{
    /// <summary>50 audits a day, with a key or without one.</summary>
    Free,

    /// <summary>1,000 audits a day.</summary>
    Starter,

    /// <summary>10,000 audits a day.</summary>
    Pro,
}
