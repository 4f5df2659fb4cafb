using System.Text.Json;

namespace SeoAudit.Client.Reporting.Json.Reading;

/// <summary>Says where a report is broken.</summary>
internal static class Fault
{
    /// <summary>A fault that the JSON reader found, which counts lines from the report's start, or a fault of what is at the window's start.</summary>
    public static ReportFormatException In(JsonException exception, ByteWindow window, string what) =>
        At(exception.LineNumber + 1 ?? window.LineAt(0), exception, what);

    public static ReportFormatException At(long line, JsonException exception, string what) =>
        new($"{what}: line {line}: {exception.Message}", exception) { Line = line };
}
