namespace SeoAudit.Emulator;

/// <summary>A SEOPeek plan, which decides the number of audits a day.</summary>
public enum SeoPeekEmulatorPlan
{
    /// <summary>A free key: 50 audits a day, as many as without a key.</summary>
    Free,

    /// <summary>1,000 audits a day.</summary>
    Starter,

    /// <summary>10,000 audits a day.</summary>
    Pro,
}
