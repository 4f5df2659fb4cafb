using System.Globalization;
using System.Text.Encodings.Web;

namespace BulkAuditApi.Emulation;

/// <summary>A few pages of differing quality for the emulator, which reaches this machine only.</summary>
internal static class DemoSite
{
    public const int Pages = 40;

    private const string Description =
        "<meta name=\"description\" content=\"A table of solid oak, built to the measures of your room, oiled by hand and delivered within four weeks.\">";

    public static void MapDemoSite(this IEndpointRouteBuilder routes) => routes
        .MapGet($"/demo/{{page:int:range(1,{Pages})}}", static (int page) => Results.Content(Html(page), "text/html; charset=utf-8"))
        .ExcludeFromDescription();

    private static string Html(int page)
    {
        string name = HtmlEncoder.Default.Encode(string.Create(CultureInfo.InvariantCulture, $"Oak table no. {page}, made to measure in our workshop"));
        string head = (page % 4) switch
        {
            0 => string.Empty,
            1 => $"<title>{name}</title>",
            2 => $"<title>{name}</title><meta name=\"viewport\" content=\"width=device-width\">{Description}",
            _ => $"<title>{name}</title><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">{Description}{Social(name)}",
        };
        string body = page % 3 == 0 ? $"<p>{name}</p><img src=\"/table.jpg\">" : $"<h1>{name}</h1><p>Solid wood, oiled by hand.</p><img src=\"/table.jpg\" alt=\"The table\">";
        return $"<!doctype html><html lang=\"en\"><head>{head}</head><body>{body}</body></html>";
    }

    private static string Social(string name) =>
        $"<link rel=\"canonical\" href=\"/demo\"><meta property=\"og:title\" content=\"{name}\"><meta property=\"og:description\" content=\"Made to measure\"><meta property=\"og:image\" content=\"/table.jpg\">";
}
