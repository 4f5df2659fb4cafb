using SeoAudit.Tests.Shared;

namespace SeoAudit.Client.Hangfire.Tests.PublicApi;

public sealed class PublicApiTests
{
    [Fact]
    public void The_public_surface_is_the_approved_one() => ApprovedSurface.Check(typeof(HangfireJobsOptions).Assembly, "SeoAudit.Client.Hangfire.Tests");
}
