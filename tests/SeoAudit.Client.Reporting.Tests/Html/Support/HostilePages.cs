namespace SeoAudit.Client.Reporting.Tests.Html.Support;

/// <summary>Texts that would do harm in a page that is careless somewhere.</summary>
internal static class HostilePages
{
    public static readonly string[] All =
    [
        "<script>window.__pwned = 1</script>",
        "</script><script>window.__pwned = 1</script>",
        "<!--<script>window.__pwned = 1",
        "--><img src=x onerror=window.__pwned=1>",
        "\"><svg onload=window.__pwned=1>",
        "' onmouseover='window.__pwned=1' autofocus onfocus='window.__pwned=1",
        "</style><script>window.__pwned = 1</script>",
        "</title></textarea></noscript><script>window.__pwned = 1</script>",
        "<iframe srcdoc='<script>parent.__pwned=1</script>'></iframe>",
        "<math><mtext><table><mglyph><style><img src=x onerror=window.__pwned=1>",
        "<base href=https://evil.example/><meta http-equiv=refresh content='0;url=https://evil.example/'>",
        "{{constructor.constructor('window.__pwned=1')()}} ${window.__pwned=1} <%= 1 %> [[x]] {0} {1}",
        "javascript:window.__pwned=1",
        "data:text/html,<script>window.__pwned=1</script>",
        "\u2028\u2029 line \u202Eright to left\u202C \uFEFF \u0000 \u0007 \u0085 \uFFFE",
        "lone \uD83D and \uDE00 surrogates, whole \U0001F600 one",
        "__proto__",
        "constructor",
        "&lt;b&gt; &amp;amp; &#x3C;script&#x3E;",
        "tab\tline\r\nfeed   spaces",
        "\u65E5\u672C\u8A9E \u05E2\u05D1\u05E8\u05D9\u05EA \u0627\u0644\u0639\u0631\u0628\u064A\u0629",
    ];

    /// <summary>An outcome with the text in every field that takes one.</summary>
    public static PageAuditOutcome Audit(string text, int index = 0, double score = 50) => Reporting.Tests.Support.Outcomes.Of(
        new PageAudit
        {
            Url = Page(text, index),
            Service = AuditService.MetricSpot,
            Score = score,
            Grade = new Grade(text),
            AuditedAt = Reporting.Tests.Support.Outcomes.AuditedAt,
            Metadata = new PageMetadata { Title = text, Description = text, Canonical = text, OgTitle = text, OgDescription = text, OgImage = text },
            Checks =
            [
                new PageCheck { Key = text, Name = text, Status = CheckStatus.Failed, Message = text, Category = text, Severity = text, Value = text, Weight = 2 },
                new PageCheck { Name = text, Status = CheckStatus.Passed, Message = text },
                new PageCheck { Key = text, Name = text, Status = new CheckStatus(text), Message = text },
            ],
        },
        index);

    public static PageAuditOutcome Error(string text, int index = 0) => PageAuditOutcome.Failed(
        Page(text, index),
        new SeoAuditException(text) { Service = AuditService.SeoPeek, ErrorCode = text, RequestId = text, OperationId = text },
        index);

    public static QualityGateResult Gate(string text) => SampleSummaries.FailedGate(
        new GateViolation { Rule = text, Message = text, Pages = [Page(text, 1)], PageCount = 3 });

    public static AuditComparison Comparison(string text) => new()
    {
        Worse = [SampleSummaries.Change(Page(text, 0).OriginalString, 60, 50)],
        NewPages = [SampleSummaries.Page(Page(text, 2).OriginalString, 10)],
        NewlyFailing = [new CheckChange { Check = new CheckId(AuditService.SeoPeek, text) { Name = text }, Pages = 2 }],
        NewlyPassing = [new CheckChange { Check = new CheckId(AuditService.SeoPeek, text) { Name = text }, Pages = 1 }],
    };

    private static Uri Page(string text, int index) => new($"https://shop.example/{index}?q={text.Replace("\0", string.Empty, StringComparison.Ordinal)}#{text}");
}
