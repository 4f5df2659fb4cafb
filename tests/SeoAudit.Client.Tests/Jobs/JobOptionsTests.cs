using System.Buffers;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Jobs;

public sealed class JobOptionsTests
{
    private static readonly BulkAuditJobOptions Unusual = new()
    {
        Name = "näme \"x\"",
        ResumeWhenQuotaReturns = true,
        Audit = new()
        {
            Service = AuditService.Seogent,
            ServiceFallback = [AuditService.MetricSpot, AuditService.SeoPeek],
            MaxConcurrency = 7,
            ScanBatchSize = 11,
            Order = OutcomeOrder.AsSubmitted,
            PassThreshold = 12.5,
            MaxPause = TimeSpan.FromSeconds(13),
            Performance = true,
            Accessibility = true,
            Cooldown = CooldownHandling.UseLatest,
            Cache = CacheMode.Bypass,
            RetryFailed = false,
            Wait = new()
            {
                InitialDelay = TimeSpan.FromSeconds(1),
                Interval = TimeSpan.FromSeconds(2),
                MaxInterval = TimeSpan.FromSeconds(3),
                Timeout = TimeSpan.FromSeconds(4),
            },
        },
        Report = new() { WorstPages = 1, CommonestChecks = 2, KeepOutcomes = true },
    };

    [Fact]
    public void What_a_job_sets_itself_must_not_be_set()
    {
        Refused(new() { Audit = new() { JournalPath = "x" } }, "JournalPath");
        Refused(new() { Audit = new() { Progress = new Progress<BulkAuditProgress>() } }, "Progress");
        Refused(new() { Report = new() { TimeProvider = TimeProvider.System } }, "TimeProvider");
        Refused(new() { Audit = null! }, "Audit");
        Refused(new() { Report = null! }, "Report");
        Refused(new() { Name = new string('x', 201) }, "Name");
        Refused(new() { Audit = new() { MaxConcurrency = 0 } }, "MaxConcurrency");
        Refused(new() { Report = new() { WorstPages = -1 } }, "WorstPages");

        static void Refused(BulkAuditJobOptions options, string name) => Assert.Equal(name, Assert.ThrowsAny<ArgumentException>(options.Validate).ParamName);
    }

    [Fact]
    public async Task Bad_options_are_refused_before_anything_is_stored()
    {
        await using var scene = new JobScene();

        await Assert.ThrowsAsync<ArgumentException>(() => scene.Jobs.SubmitAsync(JobScene.Pages(1), new() { Audit = new() { JournalPath = "x" } }));

        Assert.False(Directory.Exists(scene.Folder));
    }

    [Fact]
    public void All_options_are_stored()
    {
        // Whoever adds an option has to store it: none of these has its default.
        Differs(new BulkAuditJobOptions(), Unusual, []);
        Differs(new BulkAuditOptions(), Unusual.Audit, ["JournalPath", "Journal", "OnlyRecorded", "Progress"]);
        Differs(new BulkReportOptions(), Unusual.Report, ["TimeProvider"]);
        Differs(new WaitOptions(), Unusual.Audit.Wait!, ["Progress"]);

        BulkAuditJobOptions read = RoundTrip(Unusual);

        Assert.Equal(Unusual.Audit.ServiceFallback, read.Audit.ServiceFallback);
        Assert.Equal(Unusual with { Audit = Unusual.Audit with { ServiceFallback = [] } }, read with { Audit = read.Audit with { ServiceFallback = [] } });

        static void Differs(object defaults, object unusual, string[] except) => Assert.All(
            unusual.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => !except.Contains(property.Name, StringComparer.Ordinal)),
            property => Assert.NotEqual(property.GetValue(defaults), property.GetValue(unusual)));
    }

    [Fact]
    public void What_a_file_lacks_has_its_default() =>
        Assert.Equal(new BulkAuditOptions().MaxPause, BulkAuditJobSerializer.ReadOptions("{}"u8).Audit.MaxPause);

    [Fact]
    public void Outcomes_are_read_back_whole()
    {
        PageAuditOutcome[] outcomes =
        [
            PageAuditOutcome.Succeeded(JobScene.Page(1), new PageAudit { Url = JobScene.Page(1), Service = AuditService.Seogent, Score = 50, Source = new SeoAudit.Client.Seogent.ScannedPage { Url = "https://example.com/1", Score = 50 } }, 3)
                with { Credits = 1.5, Origin = OutcomeOrigin.Cache, PassThreshold = 40 },
            PageAuditOutcome.Failed(new Uri("relative path", UriKind.Relative), new SeoAuditJobException("x") { Fault = JobFault.QueueFull }, 4),
            PageAuditOutcome.NotAttempted(JobScene.Page(2), new SeoAuditQuotaException("spent") { RateLimit = new() { RetryAt = DateTimeOffset.UnixEpoch } }, 5),
        ];

        foreach (PageAuditOutcome outcome in outcomes)
        {
            var buffer = new ArrayBufferWriter<byte>();
            BulkAuditJobSerializer.WriteOutcome(buffer, outcome);
            PageAuditOutcome read = BulkAuditJobSerializer.ReadOutcome(buffer.WrittenSpan);
            Assert.DoesNotContain("\n", Encoding.UTF8.GetString(buffer.WrittenSpan), StringComparison.Ordinal);
            Assert.Equal(
                (outcome.Url, outcome.Index, outcome.Status, outcome.Origin, outcome.Credits, outcome.IsPassed, outcome.RetryAt, outcome.Service, outcome.Audit?.Score, outcome.Error?.Message),
                (read.Url, read.Index, read.Status, read.Origin, read.Credits, read.IsPassed, read.RetryAt, read.Service, read.Audit?.Score, read.Error?.Message));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"i":1,"url":"https://example.com/"}""")]
    [InlineData("""{"i":-1,"url":"https://example.com/","status":"Failed","error":{}}""")]
    [InlineData("""{"i":1,"url":"\\","status":"Failed","error":{}}""")]
    [InlineData("""{"i":1,"url":null,"status":"Failed","error":{}}""")]
    [InlineData("""{"i":1,"url":"//\u202e","status":"Failed","error":{}}""")]
    [InlineData("""{"i":1,"url":"https://example.com/","status":"Lost","error":{}}""")]
    [InlineData("""{"i":"1","url":"https://example.com/","status":"Failed","error":{}}""")]
    [InlineData("""{"i":1,"url":"https://example.com/","status":"Audited","error":{}}""")]
    [InlineData("""{"i":1,"url":"\\.page","status":"Audited","audit":{"url":"https://example.com/","service":"SeoPeek","score":1,"checks":[],"metadata":{}}}""")]
    [InlineData("""{"i":1,"url":"file:///page","status":"Audited","audit":{"url":"https://example.com/","service":"SeoPeek","score":1,"checks":[],"metadata":{}}}""")]
    [InlineData("""{"i":1,"url":"https://example.com/","status":"99999999999","error":{}}""")]
    [InlineData("""{"i":1,"url":"https://example.com/","status":"Failed","origin":"99999999999","error":{}}""")]
    [InlineData("""{"i":1,"url":"https://example.com/","status":"Failed","threshold":1e400,"error":{}}""")]
    [InlineData("""{"i":1,"url":"https://example.com/","status":"Failed","credits":-1e400,"error":{}}""")]
    [InlineData("""{"i":1,"url":"https://example.com/","status":"Failed","at":-1,"error":{}}""")]
    public void What_is_no_outcome_is_refused_as_such(string json) =>
        Assert.ThrowsAny<JsonException>(() => BulkAuditJobSerializer.ReadOutcome(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"serviceFallback":null}""")]
    [InlineData("""{"service":7}""")]
    [InlineData("""{"passThreshold":1e400}""")]
    [InlineData("""{"maxConcurrency":0}""")]
    [InlineData("""{"name":""}""")]
    public void What_are_no_options_is_refused_as_such(string json) =>
        Assert.ThrowsAny<JsonException>(() => BulkAuditJobSerializer.ReadOptions(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void All_faults_of_the_settings_are_named_at_once()
    {
        using ServiceProvider services = Registered(static jobs => (jobs.MaxConcurrentJobs, jobs.QueueCapacity, jobs.KeepFinishedFor) = (0, 0, TimeSpan.FromTicks(-1)));

        OptionsValidationException failure = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IBulkAuditJobs>());

        Assert.Equal(
            ["AddJobs:Folder", "AddJobs:MaxConcurrentJobs", "AddJobs:QueueCapacity", "AddJobs:KeepFinishedFor"],
            failure.Failures.Select(static fault => fault.Split(' ')[0]),
            StringComparer.Ordinal);
    }

    [Fact]
    public void The_settings_are_checked_when_the_host_starts()
    {
        using ServiceProvider services = Registered(configure: null);

        Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());
    }

    private static BulkAuditJobOptions RoundTrip(BulkAuditJobOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>();
        BulkAuditJobSerializer.WriteOptions(buffer, options);
        return BulkAuditJobSerializer.ReadOptions(buffer.WrittenSpan);
    }

    private static ServiceProvider Registered(Action<BulkAuditJobsOptions>? configure)
    {
        var services = new ServiceCollection();
        services.AddSeoAudit(static options => options.SeoPeek.ApiKey = TestClient.SeoPeekKey).AddJobs(configure);
        return services.BuildServiceProvider();
    }
}
