namespace BulkAuditApi.Load;

/// <summary>What a client asks for again and again.</summary>
internal enum Work
{
    /// <summary>The audit of a page that no one has asked for before.</summary>
    Fresh,

    /// <summary>The audit of a page that is in the cache.</summary>
    Cached,

    /// <summary>A job of twenty new pages, which is polled until it has ended.</summary>
    Jobs,
}
