using SeoAudit.Client.Reporting.Tests.Support;

namespace SeoAudit.Client.Reporting.Samples;

/// <summary>Runs that the readers of others are given as reports.</summary>
internal static class SampleRuns
{
    private static readonly string Hostile = string.Concat(
        "\0\u0001\u001b[31m\r\n\t\u007f\u0085\u2028\ufffe\uffff\ud800 \udc00 \U0001F600\u202Eabc ",
        "]]> <!-- --> <?x?> </testcase></script><script>alert(1)</script> &amp; & &#0; \"'` ",
        "{0} {{1}} {x} [here](javascript:alert(1)) [a\\](b) ![i](http://example.com/i) \\ \\u0000 =1+1,\"\";");

    public static IEnumerable<(string Name, IEnumerable<PageAuditOutcome> Outcomes, ReportOptions Options)> All =>
    [
        ("empty", [], new ReportOptions()),
        ("plain", Plain(), new ReportOptions { Sarif = new SarifReportOptions { AutomationId = "seo/production/" } }),
        ("gated", Plain(), new ReportOptions { Gate = new QualityGate { MinAverageScore = 20, MaxErrors = 0, RequiredChecks = ["Title"] } }),
        ("files", Plain(), new ReportOptions { Sarif = new SarifReportOptions { SourceFile = static page => $"src/pages{page.AbsolutePath}.html" } }),
        ("hostile", OfHostile(), new ReportOptions { Title = Hostile }),
        ("hostile-files", OfHostile(), new ReportOptions { Sarif = new SarifReportOptions { AutomationId = Hostile, SourceFile = static _ => Hostile } }),
        ("large", Large(), new ReportOptions { Sarif = new SarifReportOptions { MaxResults = 5_000 } }),
    ];

    public static string EndingOf(ReportFormat format) => format switch
    {
        ReportFormat.JsonLines => "jsonl",
        ReportFormat.Markdown => "md",
        ReportFormat.JUnit => "xml",
        _ => format.ToString().ToLowerInvariant(),
    };

    private static IEnumerable<PageAuditOutcome> Plain() =>
    [
        Outcomes.Audited("https://example.com/", 92.5, 0, Outcomes.Passes("Title")),
        Outcomes.Audited("https://example.com/about", 41, 1, Outcomes.Fails("Title"), Outcomes.Fails("Open Graph Image", "critical"), Outcomes.Fails("Title")),
        Outcomes.Of(
            new PageAudit
            {
                Url = new Uri("http://[::1]:8080/a%20b/?q=1&r=[x]"),
                Service = AuditService.Seogent,
                Score = 55.25,
                Grade = Grade.C,
                Checks =
                [
                    new PageCheck { Key = "canonical", Name = "Canonical", Status = CheckStatus.Warning, Message = "It points elsewhere", Category = "technical" },
                    new PageCheck { Key = "h1", Name = "Heading", Status = CheckStatus.Failed, Category = "seo", Severity = "minor" },
                ],
                CoreWebVitals = new CoreWebVitals { Lcp = TimeSpan.FromMilliseconds(2_512), Cls = 0.125, Inp = TimeSpan.FromMilliseconds(210) },
            },
            2),
        Outcomes.Failed("https://example.com/broken", index: 3),
        Outcomes.NotAttempted("https://example.com/later", Outcomes.AuditedAt, 4),
    ];

    private static IEnumerable<PageAuditOutcome> OfHostile()
    {
        var check = new PageCheck { Key = Hostile, Name = Hostile, Status = CheckStatus.Failed, Message = Hostile, Category = Hostile, Severity = Hostile, Value = Hostile };
        var audit = new PageAudit
        {
            Url = new Uri("https://b\u00fccher.example/\u2028\"'<>{0}](x)?q=%zz&r=\ud83d\ude00"),
            Service = AuditService.MetricSpot,
            Score = 12,
            Grade = new Grade(Hostile),
            Checks = [check, check with { Key = null }, check with { Key = null, Name = string.Empty, Message = string.Empty }],
            Metadata = new PageMetadata { Title = Hostile, Description = Hostile, Canonical = Hostile, OgTitle = Hostile, OgImage = Hostile },
        };
        return
        [
            Outcomes.Of(audit),
            PageAuditOutcome.Failed(audit.Url, new SeoAuditException(Hostile) { ServiceMessage = Hostile, RequestId = Hostile }, 1),
            PageAuditOutcome.NotAttempted(audit.Url, new SeoAuditQuotaException(Hostile), 2),
        ];
    }

    private static IEnumerable<PageAuditOutcome> Large()
    {
        for (var index = 0; index < 3_000; index++)
        {
            string url = $"https://example.com/{index}";
            yield return index % 3 == 0
                ? Outcomes.Failed(url, index: index)
                : Outcomes.Audited(url, index % 101, index, Outcomes.Fails("Title"), Outcomes.Fails("Canonical", "minor"), Outcomes.Fails($"Check {index % 50}"));
        }
    }
}
