using SeoAudit.Client.Http;

namespace SeoAudit.Client.SeoPeek;

internal sealed class SeoPeekProfile : ServiceProfile
{
    public static readonly SeoPeekProfile Instance = new();

    private SeoPeekProfile()
        : base(
            AuditService.SeoPeek,
            "SEOPeek",
            "SeoPeek:ApiKey",
            new ServiceEndpoint(nameof(ISeoPeekApi.AuditAsync), EndpointKind.Read)
            {
                Paced = true,
                QuickReader = SeoPeekAuditReader.Read,
            },
            new ServiceEndpoint(nameof(ISeoPeekApi.CreateKeyAsync), EndpointKind.Write) { Anonymous = true, AnswersWithKey = true },
            new ServiceEndpoint(nameof(ISeoPeekApi.GetHealthAsync), EndpointKind.Read) { Anonymous = true })
    {
    }

    public override bool KeyIsOptional => true;

    public override ServiceOptions Select(SeoAuditOptions options) => options.SeoPeek;

    public override void Authenticate(HttpRequestMessage request, string credential) =>
        request.Headers.TryAddWithoutValidation("x-api-key", credential);
}
