using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Quickstart;

/// <summary>The files of the demo site, which travel inside the assembly, by the path they are served at.</summary>
internal sealed partial class DemoSiteContent
{
    public const string SitemapPath = "/sitemap.xml";

    private const string Prefix = "Site";
    private const string PageExtension = ".html";

    private readonly Dictionary<string, DemoFile> _files;

    private DemoSiteContent(Dictionary<string, DemoFile> files, DemoFile notFound)
    {
        _files = files;
        NotFound = notFound;
    }

    public DemoFile NotFound { get; }

    public static DemoSiteContent Load()
    {
        var assembly = typeof(DemoSiteContent).Assembly;
        var files = new Dictionary<string, DemoFile>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames())
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            files.Add(ServedPath(name), new DemoFile(ContentType(name), reader.ReadToEnd()));
        }

        files.Remove("/404", out var notFound);
        files.Add(SitemapPath, new DemoFile("application/xml; charset=utf-8", Sitemap(files)));
        return new DemoSiteContent(files, notFound!);
    }

    public DemoFile? Find(string? path) => _files.GetValueOrDefault(path ?? "/");

    private static string ServedPath(string resourceName)
    {
        var path = resourceName[Prefix.Length..];
        if (path.EndsWith(PageExtension, StringComparison.Ordinal))
            path = path[..^PageExtension.Length];

        return path is "/index" ? "/" : path;
    }

    private static string ContentType(string fileName) => Path.GetExtension(fileName) switch
    {
        PageExtension => DemoFile.PageType,
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "text/plain; charset=utf-8",
    };

    private static string Sitemap(Dictionary<string, DemoFile> files)
    {
        var xml = new StringBuilder("""
            <?xml version="1.0" encoding="utf-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">

            """);

        // What robots.txt keeps crawlers out of does not belong in the sitemap.
        foreach (var (path, file) in files.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            if (file.IsPage && !path.StartsWith("/trade/", StringComparison.Ordinal))
            {
                var lastModified = Updated().Match(file.Text).Groups["date"].Value;
                xml.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"  <url><loc>{DemoFile.BasePlaceholder}{path}</loc><lastmod>{lastModified}</lastmod></url>");
            }
        }

        return xml.AppendLine("</urlset>").ToString();
    }

    [GeneratedRegex("Page updated <time datetime=\"(?<date>[0-9-]+)\">", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Updated();
}
