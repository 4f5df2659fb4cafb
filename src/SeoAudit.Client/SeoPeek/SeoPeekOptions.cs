namespace SeoAudit.Client.SeoPeek;

/// <summary>Settings of the SEOPeek client.</summary>
public sealed class SeoPeekOptions : ServiceOptions
{
    /// <summary>Creates the settings with their defaults.</summary>
    public SeoPeekOptions()
        : base(new Uri("https://seopeek.web.app/"))
    {
    }

    /// <summary>The key (<c>seo_…</c>), sent as <c>x-api-key</c>. SEOPeek works without one, at 50 audits a day.</summary>
    /// <value><see langword="null"/> by default. Read on every request.</value>
    public string? ApiKey { get; set; }

    internal override string? Credential => IsEmulated ? null : ApiKey;

    internal void MoveToEmulator(Uri root)
    {
        UseEmulator(new Uri(root, "seopeek/"));
        ApiKey = null;
    }
}
