using SeoAudit.Client.Reporting.Html.Markup;

namespace SeoAudit.Client.Reporting.Html.Sections;

internal static class PageFoot
{
    public static void Write(HtmlText html) => html.Write($"""
        </main>
        <footer>
        <p>A page passes when its score reaches the threshold of the run. In the average, a page without an audit counts as 0. Services weigh differently: compare scores of one service only.</p>
        <p>This file is complete in itself: it loads nothing and sends nothing.</p>
        </footer>

        """);
}
