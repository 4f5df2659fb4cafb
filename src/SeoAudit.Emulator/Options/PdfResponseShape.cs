namespace SeoAudit.Emulator;

/// <summary>The form of MetricSpot's answers about a PDF, which is not documented.</summary>
public enum PdfResponseShape
{
    /// <summary><c>{"pdf":{"id":…,"status":…}}</c>.</summary>
    Nested,

    /// <summary><c>{"id":…,"status":…}</c>.</summary>
    Flat,

    /// <summary><c>{"pdf_id":…}</c> when it is queued, with <c>status</c> beside it afterwards.</summary>
    IdOnly,

    /// <summary><c>{"pdf_url":…,"status":…}</c>, the address being a signed one that takes no key and works for 15 minutes.</summary>
    Url,
}
