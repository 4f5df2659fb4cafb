#if NET10_0_OR_GREATER
using System.Globalization;
using CsCheck;
using SeoAudit.Client.Reporting.Tests.Comparison;
using SeoAudit.Client.Reporting.Tests.Support;

namespace SeoAudit.Client.Reporting.Tests.Gate;

public sealed class GateProperties
{
    private static readonly Gen<(int Kind, double Score, int Lcp, bool Fails)> Page = Gen.Select(Gen.Int[0, 5], Gen.Double[0, 100], Gen.Int[1, 5_000], Gen.Bool);

    private static readonly Gen<PageAuditOutcome[]> Run = Page.Array[1, 150].Select(static pages => pages.Select(static (page, i) => ToOutcome(page, i)).ToArray());

    [Fact]
    public void The_order_of_the_outcomes_makes_no_difference() =>
        Gen.Select(Run, Gen.Int).Sample(static (run, seed) =>
        {
            AuditSnapshot baseline = Snapshots.Of([.. run.Select(static outcome => Outcomes.Audited(outcome.Url.AbsoluteUri, 60))]);
            PageAuditOutcome[] shuffled = [.. run];
            new Random(seed).Shuffle(shuffled);

            QualityGateResult first = Verdicts.Of(Gates.Full, baseline, run);
            QualityGateResult second = Verdicts.Of(Gates.Full, baseline, shuffled);

            Assert.Equal(first.Rules, second.Rules);
            Assert.Equal(first.Violations.Select(Text).ToArray(), second.Violations.Select(Text).ToArray());
            Assert.Equal(first.Violations.Select(static violation => violation.Pages), second.Violations.Select(static violation => violation.Pages));
        });

    [Fact]
    public void A_page_list_holds_the_worst_and_the_count_all() => Run.Sample(static run =>
    {
        QualityGateResult result = Verdicts.Of(new QualityGate { MinPageScore = 50 }, run);

        Uri[] low = [.. run.Where(static outcome => outcome.Audit?.Score < 50).OrderBy(static outcome => outcome.Audit!.Score).ThenBy(static outcome => outcome.Index).Select(static outcome => outcome.Url)];
        GateViolation? violation = result.Violations.SingleOrDefault();
        Assert.Equal(low.Take(100), violation?.Pages ?? []);
        Assert.Equal(low.Length, violation?.PageCount ?? 0);
    });

    [Fact]
    public void No_text_is_read_as_a_gate_unless_it_is_one() => Gen.OneOf(Gen.String, Gen.String.Select(static text => $"{{ \"{text}\": 1 }}")).Sample(static text =>
    {
        try
        {
            QualityGate.Parse(text);
        }
        catch (QualityGateFormatException)
        {
            // The only exception that is documented.
        }
    });

    private static string Text(GateViolation violation) =>
        string.Create(CultureInfo.InvariantCulture, $"{violation.Rule} {violation.Message} {violation.Allowed} {violation.Actual} {violation.PageCount} {violation.Pages.Count}");

    private static PageAuditOutcome ToOutcome((int Kind, double Score, int Lcp, bool Fails) page, int index)
    {
        string url = string.Create(CultureInfo.InvariantCulture, $"https://example.com/{index}");
        return page.Kind switch
        {
            0 => Outcomes.Failed(url, index: index),
            1 => Outcomes.NotAttempted(url, Outcomes.AuditedAt, index),
            _ => PageAuditOutcome.Succeeded(new Uri(url), ToAudit(url, page), index),
        };
    }

    private static PageAudit ToAudit(string url, (int Kind, double Score, int Lcp, bool Fails) page) => new()
    {
        Url = new Uri(url),
        Service = AuditService.SeoPeek,
        Score = page.Score,
        Checks = [page.Fails ? Outcomes.Fails("Title", "major") : Outcomes.Passes("Title")],
        CoreWebVitals = page.Kind == 2 ? null : new CoreWebVitals { Lcp = TimeSpan.FromMilliseconds(page.Lcp), Cls = page.Score / 100 },
    };
}
#endif
