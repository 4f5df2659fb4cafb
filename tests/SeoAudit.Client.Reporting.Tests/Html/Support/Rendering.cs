using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Reporting.Html;
using SeoAudit.Client.Reporting.Html.Data;
using SeoAudit.Client.Reporting.Html.Markup;
using SeoAudit.Client.Reporting.Html.Summary;
using SeoAudit.Client.Reporting.Tests.Support;

namespace SeoAudit.Client.Reporting.Tests.Html.Support;

/// <summary>Makes HTML reports and reads them.</summary>
internal static class Rendering
{
    public static ReportOptions Options(string title = "Shop audit") =>
        new() { Title = title, TimeProvider = new FakeTimeProvider(Outcomes.AuditedAt.AddHours(1)) };

    public static async Task<string> ToHtmlAsync(IEnumerable<PageAuditOutcome> outcomes, ReportOptions? options = null)
    {
        using var output = new MemoryStream();
        await Outcomes.Stream([.. outcomes]).WriteReportAsync(ReportFormat.Html, output, options ?? Options());
        return Encoding.UTF8.GetString(output.ToArray());
    }

    /// <summary>A report whose gate and comparison are given instead of worked out.</summary>
    public static async Task<string> ToHtmlAsync(
        IEnumerable<PageAuditOutcome> outcomes, QualityGateResult? gate, AuditComparison? comparison, string title = "Shop audit")
    {
        var run = new RunTally(Options(title));
        await using var pages = new PageData();
        foreach (PageAuditOutcome outcome in outcomes)
        {
            run.Add(outcome);
            await pages.AddAsync(outcome, default);
        }

        using var output = new MemoryStream();
        await HtmlPage.WriteAsync(output, run.ToSummary() with { Gate = gate, Comparison = comparison }, pages, default);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    public static string ToHtml(Action<HtmlText> write)
    {
        var html = new HtmlText();
        write(html);
        return html.ToString();
    }

    // With scripting, as a browser that runs the report's script reads it.
    public static IHtmlDocument Parse(string html) => new HtmlParser(new HtmlParserOptions { IsScripting = true, IsStrictMode = false }).ParseDocument(html);

    public static async Task<IHtmlDocument> ParseAsync(params PageAuditOutcome[] outcomes) => Parse(await ToHtmlAsync(outcomes));
}
