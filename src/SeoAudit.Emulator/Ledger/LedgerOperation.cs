namespace SeoAudit.Emulator;

/// <summary>What a <see cref="LedgerCreation"/> created.</summary>
public enum LedgerOperation
{
    /// <summary>An audit of one page by an account, or a SEOPeek audit with or without a key.</summary>
    Audit,

    /// <summary>A MetricSpot audit without a key.</summary>
    AnonymousAudit,

    /// <summary>A SEOgent scan.</summary>
    Scan,

    /// <summary>A MetricSpot PDF.</summary>
    Pdf,

    /// <summary>A SEOPeek key.</summary>
    Key,
}
