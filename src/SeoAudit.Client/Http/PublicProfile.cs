namespace SeoAudit.Client.Http;

/// <summary>Plain downloads: no service, no key.</summary>
internal sealed class PublicProfile : ServiceProfile
{
    public static readonly PublicProfile Instance = new();

    private readonly PublicOptions _options = new();

    private PublicProfile()
        : base(
            service: null,
            "The site's",
            string.Empty,
            new ServiceEndpoint(nameof(IPublicDownloader.DownloadAsync), EndpointKind.Read)
            {
                Anonymous = true,
                StreamedMediaType = ServiceEndpoint.AnyMediaType,
            },
            new ServiceEndpoint(nameof(IPublicDownloader.GetSitemapAsync), EndpointKind.Read)
            {
                Anonymous = true,
                StreamedMediaType = ServiceEndpoint.AnyMediaType,
                IsBoundedByReceiver = true,
            })
    {
    }

    public override bool KeyIsOptional => true;

    public override ServiceOptions Select(SeoAuditOptions options) => _options;

    public override void Authenticate(HttpRequestMessage request, string credential) =>
        throw new NotSupportedException("Downloads carry no key.");
}
