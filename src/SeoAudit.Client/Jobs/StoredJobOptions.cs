namespace SeoAudit.Client.Jobs;

/// <summary>The options of a job as they are stored. What a file lacks has its default, unlike in a type that is only set when it is made.</summary>
internal sealed class StoredJobOptions
{
    private static readonly BulkAuditOptions Audit = new();
    private static readonly BulkReportOptions Report = new();

    public string? Name { get; set; }

    public bool ResumeWhenQuotaReturns { get; set; }

    public AuditService Service { get; set; } = Audit.Service;

    public AuditService[] ServiceFallback { get; set; } = [];

    public int? MaxConcurrency { get; set; }

    public int ScanBatchSize { get; set; } = Audit.ScanBatchSize;

    public OutcomeOrder Order { get; set; } = Audit.Order;

    public double PassThreshold { get; set; } = Audit.PassThreshold;

    public TimeSpan MaxPause { get; set; } = Audit.MaxPause;

    public bool Performance { get; set; }

    public bool Accessibility { get; set; }

    public CooldownHandling Cooldown { get; set; } = Audit.Cooldown;

    public CacheMode Cache { get; set; } = Audit.Cache;

    public bool RetryFailed { get; set; } = Audit.RetryFailed;

    public StoredWait? Wait { get; set; }

    public int WorstPages { get; set; } = Report.WorstPages;

    public int CommonestChecks { get; set; } = Report.CommonestChecks;

    public bool KeepOutcomes { get; set; }

    public static StoredJobOptions Of(BulkAuditJobOptions options) => new()
    {
        Name = options.Name,
        ResumeWhenQuotaReturns = options.ResumeWhenQuotaReturns,
        Service = options.Audit.Service,
        ServiceFallback = [.. options.Audit.ServiceFallback],
        MaxConcurrency = options.Audit.MaxConcurrency,
        ScanBatchSize = options.Audit.ScanBatchSize,
        Order = options.Audit.Order,
        PassThreshold = options.Audit.PassThreshold,
        MaxPause = options.Audit.MaxPause,
        Performance = options.Audit.Performance,
        Accessibility = options.Audit.Accessibility,
        Cooldown = options.Audit.Cooldown,
        Cache = options.Audit.Cache,
        RetryFailed = options.Audit.RetryFailed,
        Wait = options.Audit.Wait is { } wait ? StoredWait.Of(wait) : null,
        WorstPages = options.Report.WorstPages,
        CommonestChecks = options.Report.CommonestChecks,
        KeepOutcomes = options.Report.KeepOutcomes,
    };

    public BulkAuditJobOptions ToOptions() => new()
    {
        Name = Name,
        ResumeWhenQuotaReturns = ResumeWhenQuotaReturns,
        Audit = new BulkAuditOptions
        {
            Service = Service,
            ServiceFallback = ServiceFallback,
            MaxConcurrency = MaxConcurrency,
            ScanBatchSize = ScanBatchSize,
            Order = Order,
            PassThreshold = PassThreshold,
            MaxPause = MaxPause,
            Performance = Performance,
            Accessibility = Accessibility,
            Cooldown = Cooldown,
            Cache = Cache,
            RetryFailed = RetryFailed,
            Wait = Wait?.ToOptions(),
        },
        Report = new BulkReportOptions { WorstPages = WorstPages, CommonestChecks = CommonestChecks, KeepOutcomes = KeepOutcomes },
    };
}
