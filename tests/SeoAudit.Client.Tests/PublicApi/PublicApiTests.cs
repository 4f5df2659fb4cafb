using System.Reflection;
using SeoAudit.Tests.Shared;

namespace SeoAudit.Client.Tests.PublicApi;

public sealed class PublicApiTests
{
    [Theory]
    [InlineData("SeoAudit.Client")]
    [InlineData("SeoAudit.Emulator")]
    public void The_public_surface_is_the_approved_one(string assembly) => ApprovedSurface.Check(Assembly.Load(assembly), "SeoAudit.Client.Tests");
}
