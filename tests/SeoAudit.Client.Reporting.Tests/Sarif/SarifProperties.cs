#if NET10_0_OR_GREATER
using System.Text.Json;
using CsCheck;
using SeoAudit.Client.Reporting.Tests.Support;

namespace SeoAudit.Client.Reporting.Tests.Sarif;

public sealed class SarifProperties
{
    [Fact]
    public Task Whatever_pages_and_services_say_the_report_is_whole_and_its_messages_are_text() => HostileText.Run.SampleAsync(
        static async outcomes =>
        {
            JsonElement run = await SarifReport.RunAsync(outcomes);

            JsonElement[] rules = run.Rules();
            Assert.Equal(outcomes.Sum(static outcome => outcome.Audit?.Checks.Count ?? 0), run.Results().Length);
            Assert.Equal(outcomes.Count(static outcome => !outcome.IsSuccess), run.Notifications().Length);
            Assert.All(run.Results(), result => Assert.Equal(result.Text("ruleId"), rules[result.GetProperty("ruleIndex").GetInt32()].Text("id")));
            Assert.All(run.Results().Concat(run.Notifications()), static item => AssertText(item.Text("message", "text")));
            Assert.All(rules, static rule => AssertText(rule.Text("fullDescription", "text")));
            Assert.All(rules, static rule => Assert.InRange(rule.Text("id").Length, 1, 255));
            Assert.Equal(rules.Length, rules.Select(static rule => rule.Text("id")).Distinct(StringComparer.Ordinal).Count());
        },
        iter: 500);

    private static void AssertText(string text)
    {
        Assert.NotEmpty(text);
        Assert.DoesNotContain("](", text, StringComparison.Ordinal);
        Assert.DoesNotContain(text, char.IsControl);
        string single = text.Replace("{{", string.Empty, StringComparison.Ordinal).Replace("}}", string.Empty, StringComparison.Ordinal);
        Assert.DoesNotContain(single, static character => character is '{' or '}');
    }
}
#endif
