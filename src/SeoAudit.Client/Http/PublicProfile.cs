namespace SeoAudit.Client.Http;

/// <summary>Plain downloads: no service, no key.</summary>
internal sealed class PublicProfile : ServiceProfile
{
    public static readonly PublicProfile Instance = new();

    private static readonly PublicOptions Options = new();

    private PublicProfile()
        : base(
            service: null,
            "The site",
            string.Empty,
            new ServiceEndpoint(nameof(IPublicDownloader.DownloadAsync), EndpointKind.Read)
            {
                Anonymous = true,
                StreamedMediaType = ServiceEndpoint.AnyMediaType,
            })
    {
    }

    public override bool KeyIsOptional => true;

    public override ServiceOptions Select(SeoAuditOptions options) => Options;

    public override void Authenticate(HttpRequestMessage request, string credential) =>
        throw new NotSupportedException("Downloads carry no key.");
}
