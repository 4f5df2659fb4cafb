using SeoAudit.Client.Bulk.Journal;

namespace SeoAudit.Client.Tests.Bulk.Journal;

public sealed class JournalOptionsTests
{
    public static TheoryData<BulkAuditOptions> Others =>
    [
        new BulkAuditOptions { Service = AuditService.MetricSpot, ServiceFallback = [AuditService.SeoPeek] },
        new BulkAuditOptions { Service = AuditService.Seogent },
        new BulkAuditOptions { Service = AuditService.Seogent, ServiceFallback = [AuditService.SeoPeek], Performance = true },
        new BulkAuditOptions { Service = AuditService.Seogent, ServiceFallback = [AuditService.SeoPeek], Accessibility = true },
        new BulkAuditOptions { Service = AuditService.Seogent, ServiceFallback = [AuditService.SeoPeek], Cooldown = CooldownHandling.UseLatest },
    ];

    [Fact]
    public void What_the_outcomes_depend_on_is_said_in_words() => Assert.Equal(
        "Service = Seogent then SeoPeek; Performance = False; Accessibility = True; Cooldown = Fail; at Seogent's, SeoPeek's",
        Describe(new BulkAuditOptions { Service = AuditService.Seogent, ServiceFallback = [AuditService.SeoPeek], Accessibility = true }));

    [Theory]
    [MemberData(nameof(Others), DisableDiscoveryEnumeration = true)]
    public void Other_options_have_another_fingerprint(BulkAuditOptions other)
    {
        var options = new BulkAuditOptions { Service = AuditService.Seogent, ServiceFallback = [AuditService.SeoPeek] };

        Assert.NotEqual(JournalOptions.Fingerprint(Describe(options)), JournalOptions.Fingerprint(Describe(other)), StringComparer.Ordinal);
    }

    [Fact]
    public void What_they_do_not_depend_on_is_not_told_apart()
    {
        var options = new BulkAuditOptions();

        Assert.Equal(Describe(options), Describe(options with { MaxConcurrency = 3, Order = OutcomeOrder.AsSubmitted, PassThreshold = 90 }));
    }

    // Journals of earlier versions are read by it.
    [Fact]
    public void A_fingerprint_stays_the_same() => Assert.Equal("2CF24DBA5FB0A30E", JournalOptions.Fingerprint("hello"));

    private static string Describe(BulkAuditOptions options) => JournalOptions.Describe(options, static service => $"{service}'s");
}
