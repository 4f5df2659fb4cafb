using System.Text;
using System.Xml;
using SeoAudit.Cli.CommandLine;

namespace SeoAudit.Cli.Emulation;

/// <summary>A folder of static files, and at which paths its files are.</summary>
internal sealed class SiteFolder
{
    public const string SitemapPath = "/sitemap.xml";
    public const string NotFoundPath = "/404.html";

    private const string IndexFile = "index.html";
    private const string PageEnding = ".html";
    private const int FirstPort = 20_000;
    private const int Ports = 10_000;

    private static readonly Dictionary<string, string> ContentTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = "text/html; charset=utf-8",
        [".htm"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".mjs"] = "text/javascript; charset=utf-8",
        [".json"] = "application/json",
        [".webmanifest"] = "application/manifest+json",
        [".xml"] = "application/xml",
        [".txt"] = "text/plain; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".webp"] = "image/webp",
        [".avif"] = "image/avif",
        [".ico"] = "image/x-icon",
        [".woff"] = "font/woff",
        [".woff2"] = "font/woff2",
        [".pdf"] = "application/pdf",
    };

    private readonly string _root;

    private SiteFolder(string root) => _root = root;

    /// <summary>A port that is the same for the same folder.</summary>
    public int Port
    {
        get
        {
            uint hash = 2_166_136_261;
            foreach (byte part in Encoding.UTF8.GetBytes(_root))
            {
                hash = (hash ^ part) * 16_777_619;
            }

            return FirstPort + (int)(hash % Ports);
        }
    }

    /// <exception cref="UsageException">There is no such folder.</exception>
    public static SiteFolder Open(string path)
    {
        string root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        return Directory.Exists(root) ? new SiteFolder(root) : throw new UsageException($"There is no folder {root}.");
    }

    public static string ContentTypeOf(string file) => ContentTypes.GetValueOrDefault(Path.GetExtension(file), "application/octet-stream");

    /// <summary>The file at a path: itself, the index of a folder, or a page without its ending; null where there is none.</summary>
    public string? Find(string path)
    {
        string[] segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);

        // Hidden files (.git, .env) are no part of a site, and what leads out of the folder neither.
        if (Array.Exists(segments, static segment => segment.StartsWith('.') || segment.AsSpan().ContainsAny('\\', ':', '\0')))
        {
            return null;
        }

        string file = Path.Combine([_root, .. segments]);
        string[] candidates = path.EndsWith('/') ? [Path.Combine(file, IndexFile)] : [file, file + PageEnding, Path.Combine(file, IndexFile)];
        return Array.Find(candidates, candidate => File.Exists(candidate) && IsInside(candidate));
    }

    /// <summary>The file that a page is, as a path from the current folder, which in a pipeline is that of the repository; null where it lies elsewhere.</summary>
    public string? SourceOf(Uri page)
    {
        if (Find(Uri.UnescapeDataString(page.AbsolutePath)) is not { } file)
        {
            return null;
        }

        string path = Path.GetRelativePath(Directory.GetCurrentDirectory(), file).Replace('\\', '/');
        return Path.IsPathRooted(path) || path.StartsWith("../", StringComparison.Ordinal) ? null : path;
    }

    /// <summary>A sitemap of all pages, for a folder that has none.</summary>
    public string Sitemap(Uri baseAddress)
    {
        var xml = new StringBuilder();
        using (var writer = XmlWriter.Create(xml, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true }))
        {
            writer.WriteStartElement("urlset", "http://www.sitemaps.org/schemas/sitemap/0.9");
            foreach (string path in Pages())
            {
                writer.WriteStartElement("url");
                writer.WriteElementString("loc", new Uri(baseAddress, path).AbsoluteUri);
                writer.WriteEndElement();
            }

            writer.WriteEndElement();
        }

        return xml.ToString();
    }

    private IEnumerable<string> Pages() =>
        Directory.EnumerateFiles(_root, "*" + PageEnding, new EnumerationOptions { RecurseSubdirectories = true })
            .Select(file => "/" + Path.GetRelativePath(_root, file).Replace('\\', '/'))
            .Where(static path => path != NotFoundPath && !path.Contains("/.", StringComparison.Ordinal))
            .Select(static path => path.EndsWith("/" + IndexFile, StringComparison.Ordinal) ? path[..^IndexFile.Length] : path)
            .Select(static path => string.Join('/', path.Split('/').Select(Uri.EscapeDataString)))
            .Order(StringComparer.Ordinal);

    /// <summary>Whether neither the file nor a folder on the way to it is a link that leads out.</summary>
    private bool IsInside(string file)
    {
        for (FileSystemInfo? entry = new FileInfo(file); entry is not null && entry.FullName != _root; entry = ParentOf(entry))
        {
            if (entry.LinkTarget is not null
                && entry.ResolveLinkTarget(returnFinalTarget: true)?.FullName.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal) != true)
            {
                return false;
            }
        }

        return true;
    }

    private static DirectoryInfo? ParentOf(FileSystemInfo entry) =>
        Path.GetDirectoryName(entry.FullName) is { } parent ? new DirectoryInfo(parent) : null;
}
