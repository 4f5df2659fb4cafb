namespace SeoAudit.Emulator;

/// <summary>Where a 429 of MetricSpot says when to try again, which is documented only as being in the error message.</summary>
public enum RetryAtPlacement
{
    /// <summary>In a property <c>retry_at</c> beside <c>error</c> and <c>message</c>.</summary>
    RootProperty,

    /// <summary>In a property <c>retry_at</c> of an object <c>cooldown</c> beside <c>error</c> and <c>message</c>.</summary>
    Nested,

    /// <summary>Inside the text of <c>message</c> only.</summary>
    MessageText,
}
