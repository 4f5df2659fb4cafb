using System.Text.Json;

namespace SeoAudit.Client.Reporting.Json.Reading;

/// <summary>How much of a report is taken at once, so that a hostile file costs no more memory than a page may.</summary>
internal static class ReportLimits
{
    /// <summary>Bytes of one page, and of what stands before the first. A page with ninety checks takes about 30 KB.</summary>
    public const int PageBytes = 16 * 1024 * 1024;

    /// <summary>Checks of one page. No service has more than about a hundred.</summary>
    public const int Checks = 10_000;

    /// <summary>Fields with errors of one page, and errors of one field.</summary>
    public const int FieldErrors = 1_000;

    public static readonly JsonReaderOptions Reader = new() { MaxDepth = 64 };
}
