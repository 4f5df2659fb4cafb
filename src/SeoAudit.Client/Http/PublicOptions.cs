namespace SeoAudit.Client.Http;

/// <summary>Settings of plain downloads.</summary>
internal sealed class PublicOptions : ServiceOptions
{
    public PublicOptions()
        : base(new Uri("https://localhost/")) => MaxResponseBytes = 50 * 1024 * 1024;

    internal override string? Credential => null;
}
