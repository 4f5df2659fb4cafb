using System.Globalization;
using System.Runtime.CompilerServices;
using SeoAudit.Client.Reporting.Tests.Support;

namespace SeoAudit.Client.Reporting.Tests.Gate;

public sealed class GateMemoryTests
{
    [Fact]
    public void No_audit_is_kept_and_no_more_pages_than_are_listed()
    {
        QualityGate gate = Gates.Full with { MaxScoreDrop = null, MaxAverageDrop = null };
        var evaluator = new QualityGateEvaluator(gate);

        List<WeakReference> audits = Fill(evaluator, out List<WeakReference> urls);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.DoesNotContain(audits, static audit => audit.IsAlive);
        Assert.InRange(urls.Count(static url => url.IsAlive), 100, 600);
        Assert.Equal(5_000, evaluator.Evaluate().Violations[1].PageCount);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<WeakReference> Fill(QualityGateEvaluator evaluator, out List<WeakReference> urls)
    {
        var audits = new List<WeakReference>();
        urls = [];
        for (int i = 0; i < 5_000; i++)
        {
            PageAuditOutcome outcome = Outcomes.Audited(string.Create(CultureInfo.InvariantCulture, $"https://example.com/{i}"), i % 50, i, Outcomes.Fails("Title", "major"));
            evaluator.Add(outcome);
            audits.Add(new WeakReference(outcome.Audit));
            urls.Add(new WeakReference(outcome.Url));
        }

        return audits;
    }
}
