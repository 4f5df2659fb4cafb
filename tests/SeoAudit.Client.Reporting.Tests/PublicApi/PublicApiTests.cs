using SeoAudit.Tests.Shared;

namespace SeoAudit.Client.Reporting.Tests.PublicApi;

public sealed class PublicApiTests
{
    [Fact]
    public void The_public_surface_is_the_approved_one() => ApprovedSurface.Check(typeof(ReportWriter).Assembly, "SeoAudit.Client.Reporting.Tests");
}
