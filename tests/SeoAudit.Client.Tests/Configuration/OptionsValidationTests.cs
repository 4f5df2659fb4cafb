using Microsoft.Extensions.Options;
using SeoAudit.Client.Configuration;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.SeoPeek;

namespace SeoAudit.Client.Tests.Configuration;

public sealed class OptionsValidationTests
{
    private static readonly SeoAuditOptionsValidator Rules = new();

    public static TheoryData<string, Action<SeoAuditOptions>> Faults => new()
    {
        { "SeoAudit:SeoPeek:BaseAddress", static o => o.SeoPeek.BaseAddress = null! },
        { "SeoAudit:SeoPeek:BaseAddress", static o => o.SeoPeek.BaseAddress = new Uri("relative", UriKind.Relative) },
        { "SeoAudit:SeoPeek:BaseAddress", static o => o.SeoPeek.BaseAddress = new Uri("ftp://example.com/") },
        { "SeoAudit:SeoPeek:BaseAddress", static o => o.SeoPeek.BaseAddress = new Uri("https://u:p@example.com/") },
        { "SeoAudit:SeoPeek:BaseAddress", static o => o.SeoPeek.BaseAddress = new Uri("https://example.com/?key=1") },
        { "SeoAudit:SeoPeek:BaseAddress", static o => o.SeoPeek.BaseAddress = new Uri("https://example.com/#f") },
        { "SeoAudit:SeoPeek:BaseAddress", static o => o.SeoPeek.BaseAddress = new Uri("http://example.com/") },
        { "SeoAudit:Tenant", static o => o.Tenant = "a:b" },
        { "SeoAudit:Tenant", static o => o.Tenant = new string('a', 65) },
        { "SeoAudit:SeoPeek:ApiKey", static o => o.SeoPeek.ApiKey = "a b" },
        { "SeoAudit:SeoPeek:ApiKey", static o => o.SeoPeek.ApiKey = "ключ" },
        { "SeoAudit:Seogent:ApiToken", static o => o.Seogent.ApiToken = "a\r\nb" },
        { "SeoAudit:MetricSpot:ApiKey", static o => o.MetricSpot.ApiKey = "a\0" },
        { "SeoAudit:Seogent:AttemptTimeout", static o => o.Seogent.AttemptTimeout = TimeSpan.FromMilliseconds(99) },
        { "SeoAudit:Seogent:AttemptTimeout", static o => o.Seogent.AttemptTimeout = TimeSpan.FromHours(1.1) },
        { "SeoAudit:Seogent:TotalTimeout", static o => o.Seogent.TotalTimeout = TimeSpan.Zero },
        { "SeoAudit:Seogent:MaxRetries", static o => o.Seogent.MaxRetries = -1 },
        { "SeoAudit:Seogent:MaxRetries", static o => o.Seogent.MaxRetries = 11 },
        { "SeoAudit:Seogent:RetryDelay", static o => o.Seogent.RetryDelay = TimeSpan.FromSeconds(31) },
        { "SeoAudit:Seogent:RetryDelay", static o => o.Seogent.RetryDelay = TimeSpan.FromTicks(-1) },
        { "SeoAudit:Seogent:MaxResponseBytes", static o => o.Seogent.MaxResponseBytes = 1023 },
        { "SeoAudit:Seogent:MaxResponseBytes", static o => o.Seogent.MaxResponseBytes = (1024L * 1024 * 1024) + 1 },
        { "SeoAudit:Seogent:MaxCompressionRatio", static o => o.Seogent.MaxCompressionRatio = 0 },
        { "SeoAudit:Seogent:MaxCompressionRatio", static o => o.Seogent.MaxCompressionRatio = 1_000_001 },
        { "SeoAudit:MetricSpot:BaseAddress", static o => o.MetricSpot.BaseAddress = new Uri("https://a.example//b.example/") },
        { "SeoAudit:Seogent:Polling:InitialDelay", static o => o.Seogent.Polling.InitialDelay = TimeSpan.FromSeconds(-1) },
        { "SeoAudit:MetricSpot:Polling:MaxInterval", static o => o.MetricSpot.Polling.MaxInterval = TimeSpan.FromSeconds(1) },
        { "SeoAudit:SeoPeek:Plan", static o => o.SeoPeek.Plan = (SeoPeekPlan)3 },
        { "SeoAudit:SeoPeek:DailyQuota", static o => o.SeoPeek.DailyQuota = 0 },
        { "SeoAudit:SeoPeek:DailyQuota", static o => o.SeoPeek.DailyQuota = 1_000_001 },
        { "SeoAudit:SeoPeek:MaxPacingWait", static o => o.SeoPeek.MaxPacingWait = TimeSpan.FromTicks(-1) },
        { "SeoAudit:SeoPeek:MaxPacingWait", static o => o.SeoPeek.MaxPacingWait = TimeSpan.FromDays(7.1) },
        { "SeoAudit:SeoPeek:PacingQueueLimit", static o => o.SeoPeek.PacingQueueLimit = -1 },
        { "SeoAudit:SeoPeek:PacingQueueLimit", static o => o.SeoPeek.PacingQueueLimit = 100_001 },
        { "SeoAudit:Seogent:ScansPerMinute", static o => o.Seogent.ScansPerMinute = 0 },
        { "SeoAudit:MetricSpot:Plan", static o => o.MetricSpot.Plan = (MetricSpotPlan)(-1) },
        { "SeoAudit:MetricSpot:MonthlyQuota", static o => o.MetricSpot.MonthlyQuota = -1 },
        { "SeoAudit:MetricSpot:Spacing", static o => o.MetricSpot.Spacing = TimeSpan.FromTicks(-1) },
        { "SeoAudit:MetricSpot:Spacing", static o => o.MetricSpot.Spacing = TimeSpan.FromHours(1.1) },
        { "SeoAudit:MetricSpot:PdfPolling:Timeout", static o => o.MetricSpot.PdfPolling.Timeout = TimeSpan.Zero },
    };

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public void A_fault_is_named_once(string setting, Action<SeoAuditOptions> spoil)
    {
        var options = new SeoAuditOptions();
        spoil(options);

        ValidateOptionsResult result = Rules.Validate(Options.DefaultName, options);

        Assert.StartsWith(setting + " ", Assert.Single(result.Failures!), StringComparison.Ordinal);
    }

    [Fact]
    public void Defaults_and_bounds_are_valid()
    {
        Assert.True(Rules.Validate(name: null, new SeoAuditOptions()).Succeeded);

        var bounds = new SeoAuditOptions();
        (bounds.Seogent.MaxRetries, bounds.Seogent.RetryDelay, bounds.Seogent.MaxResponseBytes) = (10, TimeSpan.FromSeconds(30), 1024);
        (bounds.MetricSpot.MaxRetries, bounds.MetricSpot.RetryDelay, bounds.MetricSpot.MaxResponseBytes) = (0, TimeSpan.Zero, 1024 * 1024 * 1024);
        (bounds.Seogent.MaxCompressionRatio, bounds.MetricSpot.MaxCompressionRatio) = (1, 1_000_000);
        (bounds.SeoPeek.AttemptTimeout, bounds.SeoPeek.TotalTimeout) = (TimeSpan.FromSeconds(0.1), TimeSpan.FromHours(1));
        (bounds.SeoPeek.DailyQuota, bounds.SeoPeek.MaxPacingWait, bounds.SeoPeek.PacingQueueLimit) = (1_000_000, TimeSpan.FromDays(7), 100_000);
        (bounds.MetricSpot.MonthlyQuota, bounds.MetricSpot.Spacing) = (1, TimeSpan.FromHours(1));
        (bounds.MetricSpot.MaxPacingWait, bounds.MetricSpot.PacingQueueLimit) = (TimeSpan.Zero, 0);
        bounds.SeoPeek.BaseAddress = new Uri("http://[::1]:8080/prefix");
        Assert.True(Rules.Validate(name: null, bounds).Succeeded);
    }
}
