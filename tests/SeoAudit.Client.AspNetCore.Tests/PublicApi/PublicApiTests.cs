using SeoAudit.Tests.Shared;

namespace SeoAudit.Client.AspNetCore.Tests.PublicApi;

public sealed class PublicApiTests
{
    [Fact]
    public void The_public_surface_is_the_approved_one() => ApprovedSurface.Check(typeof(SeogentWebhookReceiver).Assembly, "SeoAudit.Client.AspNetCore.Tests");
}
