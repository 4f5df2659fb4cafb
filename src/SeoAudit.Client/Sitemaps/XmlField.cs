namespace SeoAudit.Client.Sitemaps;

/// <summary>What the text of an element inside an entry is.</summary>
internal enum XmlField
{
    /// <summary>Nothing that is read.</summary>
    None,

    Location,
    Modified,

    /// <summary>The date of an entry that names no better one.</summary>
    Published,

    Frequency,
    Priority,
}
