namespace SeoAudit.Client.AspNetCore;

/// <summary>What became of a webhook.</summary>
public enum SeogentWebhookOutcome
{
    /// <summary>The scan has completed and was handled. 200.</summary>
    Handled,

    /// <summary>It was handled before; the handler was not called. 200.</summary>
    Duplicate,

    /// <summary>The scan has ended, but not well, so there is nothing to handle. 200.</summary>
    Ignored,

    /// <summary>The secret is missing or wrong, or the account has no such scan; the answer is the same for both. 404.</summary>
    NotFound,

    /// <summary>The method is not POST. 405.</summary>
    WrongMethod,

    /// <summary>The content is not JSON by its header, or is packed. 415.</summary>
    WrongContentType,

    /// <summary>The body is too long. 413.</summary>
    TooLong,

    /// <summary>The body took too long to arrive. 408.</summary>
    TooSlow,

    /// <summary>The body is not the JSON of a scan's results. 400.</summary>
    Malformed,

    /// <summary>More webhooks came than may be looked up. 429.</summary>
    Throttled,

    /// <summary>The scan is being handled because of another delivery, here or on another machine. 503.</summary>
    InProgress,

    /// <summary>SEOgent says that the scan has not ended yet. 503.</summary>
    NotCompleted,

    /// <summary>SEOgent or the store could not be asked. 503.</summary>
    Unavailable,

    /// <summary>The handler failed. 500.</summary>
    HandlerFailed,
}
