using Hangfire;

namespace SeoAudit.Client;

/// <summary>How jobs are spread over machines; see <see cref="HangfireJobsExtensions.AddHangfireJobs"/>. All machines should have the same.</summary>
public sealed class HangfireJobsOptions
{
    /// <summary>Hands out the storage that all machines share; asked once. It stays the app's.</summary>
    /// <value>
    /// <see langword="null"/> by default: the <see cref="JobStorage"/> among the app's services, which <c>AddHangfire</c> puts there;
    /// where there is none, memory, which one process has to itself and forgets at its end.
    /// </value>
    public Func<IServiceProvider, JobStorage>? Storage { get; set; }

    /// <summary>How many URLs one worker takes at a time; 1 to 1,000. Jobs that are stored keep theirs.</summary>
    /// <value><see langword="null"/> by default: 1,000 for SEOgent, which scans as many at a time, otherwise 50.</value>
    public int? BatchSize { get; set; }

    /// <summary>
    /// How many batches of one service are worked on at the same time, by all machines together; 1 to 1,000. Each has as many audits in
    /// flight as <see cref="BulkAuditOptions.MaxConcurrency"/> says.
    /// </summary>
    /// <value>4 by default: with the default concurrency, at most 20 requests to SEOPeek are in flight.</value>
    public int MaxConcurrentBatches { get; set; } = 4;

    /// <summary>How many batches of each service this process takes at most; 0 to 100. With 0 it submits and reads jobs, and works on none.</summary>
    /// <value>4 by default.</value>
    public int Workers { get; set; } = 4;

    /// <summary>
    /// After how long without a sign of life a worker is taken for dead, and its batch is taken over; 3 seconds to 1 hour. The clocks
    /// of the machines must not differ by a third of it.
    /// </summary>
    /// <value>1 minute by default.</value>
    public TimeSpan TakeOverAfter { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often is looked whether something has changed: outcomes, a wish to cancel; 10 milliseconds to 1 minute.</summary>
    /// <value>1 second by default.</value>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a job is kept after its end, with all its outcomes; 0 to 3,650 days.</summary>
    /// <value>7 days by default.</value>
    public TimeSpan KeepFinishedFor { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Changes the Hangfire server that works on the batches of a service, e.g. its polling intervals. Queues and workers stay as they are.</summary>
    /// <value><see langword="null"/> by default.</value>
    public Action<BackgroundJobServerOptions>? ConfigureServer { get; set; }
}
