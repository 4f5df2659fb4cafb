namespace SeoAudit.Cli.Pipelines;

/// <summary>The copy of the sample that the pipelines run in, and what people do to its site.</summary>
internal sealed class Sample(string folder)
{
    private const string LiveSite = "https://www.saltmarsh-pottery.example/";

    private readonly string _page = Path.Combine(folder, "site", "classes.html");
    private readonly string _sitemap = Path.Combine(folder, "site", "sitemap.xml");
    private readonly string _good = File.ReadAllText(Path.Combine(folder, "site", "classes.html"));
    private readonly string _published = File.ReadAllText(Path.Combine(folder, "site", "sitemap.xml"));

    /// <summary>Makes a page so much worse that it falls by more points than it may.</summary>
    public void Spoil() => File.WriteAllText(_page, "<title>Classes</title><meta name=\"viewport\" content=\"width=device-width\"><h1>Classes</h1><p>Every class has eight wheels.</p>");

    public void Mend() => File.WriteAllText(_page, _good);

    /// <summary>Has the sitemap name the pages where they are on this machine, as that of a live site does.</summary>
    public void MoveTo(Uri site) => File.WriteAllText(_sitemap, _published.Replace(LiveSite, new Uri(site, "/").AbsoluteUri, StringComparison.Ordinal));

    public void MoveBack() => File.WriteAllText(_sitemap, _published);
}
