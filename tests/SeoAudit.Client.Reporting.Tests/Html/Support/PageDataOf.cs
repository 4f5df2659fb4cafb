using System.Text.Json;
using AngleSharp.Html.Dom;

namespace SeoAudit.Client.Reporting.Tests.Html.Support;

/// <summary>Reads the data block of a report as its script does.</summary>
internal static class PageDataOf
{
    public static JsonElement Json(IHtmlDocument page) => JsonDocument.Parse(page.GetElementById("data")!.TextContent).RootElement;

    /// <summary>A text of a check, which may stand among the shared ones.</summary>
    public static string? Text(JsonElement data, JsonElement text) =>
        text.ValueKind == JsonValueKind.Number ? data.GetProperty("texts")[text.GetInt32()].GetString() : text.GetString();

    /// <summary>The definition of a check, which may stand among the shared ones.</summary>
    public static JsonElement Check(JsonElement data, JsonElement check) =>
        check.ValueKind == JsonValueKind.Number ? data.GetProperty("checks")[check.GetInt32()] : check;
}
