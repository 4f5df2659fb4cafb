using System.Reflection;
using SeoAudit.Client.Tests.Support;
using Xunit.v3;

[assembly: TracksFlow]

namespace SeoAudit.Client.Tests.Support;

/// <summary>Gives each test a <see cref="TestFlow"/>.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class TracksFlowAttribute : BeforeAfterTestAttribute
{
    public override void Before(MethodInfo methodUnderTest, IXunitTest test) => TestFlow.Begin();
}
