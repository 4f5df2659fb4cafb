using System.Net.Http.Json;
using System.Text.Json;
using BulkAuditApi.Tests.Support;

namespace BulkAuditApi.Tests;

/// <summary>POST /api/audit/export as the guide defines it.</summary>
public sealed class ExportTests(ScriptedApi scripted)
{
    private const string Header = "URL,Score,Grade,Title,Description,Canonical,OG Title,OG Image,Checks Passed,Checks Failed,Error\r\n";

    [Fact]
    public async Task Csv_is_a_download_with_the_columns_of_the_guide()
    {
        string one = ScriptedApi.Page("score=91&grade=A&title=Chairs&description=All+of+oak&canonical=https://shop.example/c&ogTitle=T&ogImage=I");
        string other = ScriptedApi.Page("score=40&grade=F");
        using HttpResponseMessage response = await ExportAsync("csv", one, other);

        Assert.Equal("text/csv; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("attachment; filename=seo-audit.csv", response.Content.Headers.ContentDisposition?.ToString());
        Assert.Equal(
            Header + $"{one},91,A,Chairs,All of oak,https://shop.example/c,T,I,2,1,\r\n" + $"{other},40,F,,,,,,2,1,\r\n",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_row_of_what_cannot_be_audited_has_the_error()
    {
        string page = ScriptedApi.Page("status=404&error=Gone");
        using HttpResponseMessage response = await ExportAsync("csv", page);
        string row = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))[Header.Length..];

        Assert.StartsWith($"{page},0,F,,,,,,0,0,", row, StringComparison.Ordinal);
        Assert.Contains("Gone", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_spreadsheet_would_run_or_take_for_the_end_of_a_cell_is_only_text()
    {
        string page = ScriptedApi.Page("title=" + Uri.EscapeDataString("=HYPERLINK(\"https://evil.example\")") + "&description=" + Uri.EscapeDataString("a, \"b\"\nc"));
        using HttpResponseMessage response = await ExportAsync("csv", page);
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains(",\"'=HYPERLINK(\"\"https://evil.example\"\")\",\"a, \"\"b\"\"\nc\",", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_are_in_the_order_of_the_request_and_a_page_that_comes_twice_has_two()
    {
        string[] pages = [ScriptedApi.Page(), ScriptedApi.Page()];
        using HttpResponseMessage response = await ExportAsync("csv", pages[1], pages[0], pages[1]);
        string[] lines = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal([pages[1], pages[0], pages[1]], lines.Skip(1).Select(static line => line[..line.IndexOf(',', StringComparison.Ordinal)]).ToArray());
    }

    [Theory]
    [InlineData("json")]
    [InlineData(null)]
    public async Task Json_is_what_bulk_answers_as_a_download(string? format)
    {
        string[] pages = [ScriptedApi.Page("score=71"), ScriptedApi.Page("score=70")];
        using HttpResponseMessage response = await ExportAsync(format, pages);
        JsonElement exported = await response.JsonAsync();

        Assert.Equal("attachment; filename=seo-audit.json", response.Content.Headers.ContentDisposition?.ToString());
        Assert.Equal((await scripted.Client.BulkAsync(pages)).GetRawText(), exported.GetRawText());
    }

    private Task<HttpResponseMessage> ExportAsync(string? format, params string[] urls) => scripted.Client.PostAsync(
        "/api/audit/export",
        format is null ? JsonContent.Create(new { urls }) : JsonContent.Create(new { urls, export_format = format }),
        TestContext.Current.CancellationToken);
}
