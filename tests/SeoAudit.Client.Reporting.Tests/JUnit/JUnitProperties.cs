#if NET10_0_OR_GREATER
using System.Globalization;
using System.Xml.Linq;
using CsCheck;
using SeoAudit.Client.Reporting.Tests.Support;

namespace SeoAudit.Client.Reporting.Tests.JUnit;

public sealed class JUnitProperties
{
    [Fact]
    public Task Whatever_pages_and_services_say_the_report_is_valid_and_counts_right() => HostileText.Run.SampleAsync(
        static async outcomes =>
        {
            XElement suite = (await JUnitReport.ReadAsync(outcomes)).Suite();

            Assert.Equal(outcomes.Length.ToString(CultureInfo.InvariantCulture), suite.Text("tests"));
            Assert.Equal(outcomes.Length, suite.Elements("testcase").Count());
            Assert.Equal(outcomes.Length, suite.Element("system-out")!.Value.Count(static character => character == '\n') - 1);
        },
        iter: 500);
}
#endif
