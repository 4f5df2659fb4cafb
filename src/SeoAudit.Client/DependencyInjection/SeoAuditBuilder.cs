using System.Threading.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace SeoAudit.Client;

/// <summary>What <c>AddSeoAudit()</c> returns, to go on with.</summary>
public sealed class SeoAuditBuilder
{
    internal SeoAuditBuilder(IServiceCollection services, string name, RegistrationState state)
    {
        Services = services;
        Name = name;
        State = state;
    }

    /// <summary>The app's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The name of the options and, unless empty, the key of the services; empty for <c>AddSeoAudit()</c>.</summary>
    public string Name { get; }

    /// <summary>The HTTP client of SEOPeek, e.g. to replace its primary handler in tests. Outer handlers see the key.</summary>
    /// <remarks>
    /// As every one of these clients, it opens at most 1,000 connections to a host; further calls wait, within their own time, for one
    /// to become free. <c>UseSocketsHttpHandler</c> sets another bound (<see cref="System.Net.Http.SocketsHttpHandler.MaxConnectionsPerServer"/>).
    /// </remarks>
    public IHttpClientBuilder SeoPeek => State.SeoPeek;

    /// <summary>The HTTP client of SEOgent.</summary>
    public IHttpClientBuilder Seogent => State.Seogent;

    /// <summary>The HTTP client of MetricSpot.</summary>
    public IHttpClientBuilder MetricSpot => State.MetricSpot;

    /// <summary>The HTTP client for what needs no key: sitemaps.</summary>
    public IHttpClientBuilder Public => State.Public;

    internal RegistrationState State { get; }

    /// <summary>Changes the settings once more, after configuration and before they are checked.</summary>
    /// <param name="configure">Changes the settings.</param>
    /// <returns>This builder.</returns>
    public SeoAuditBuilder Configure(Action<SeoAuditOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        Services.PostConfigure(Name, configure);
        return this;
    }

    /// <summary>
    /// Points all three services at an emulator, with made-up keys in place of real ones; see
    /// <see cref="SeoAuditOptions.UseEmulator"/>.
    /// </summary>
    /// <param name="emulator">The emulator, or its base address.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="emulator"/> is not an absolute http(s) address.</exception>
    public SeoAuditBuilder UseEmulator(Uri emulator)
    {
        Validation.Require.HttpUrl(emulator);
        return Configure(options => options.UseEmulator(emulator));
    }

    /// <summary>
    /// Paces the audits of a service by a limiter of the app's, e.g. one that many machines share, in place of the one that the
    /// settings describe: quota, spacing, <see cref="ServiceOptions.MaxPacingWait"/> and
    /// <see cref="ServiceOptions.PacingQueueLimit"/> of that service have no effect then. Clients of
    /// <see cref="ISeoAuditClientFactory"/> are other accounts and stay with their settings.
    /// </summary>
    /// <remarks>
    /// Each call asks for one permit, however often it is retried, and holds it until it ends. A refused one ends in a
    /// <see cref="SeoAuditRateLimitException"/>, whose <see cref="SeoAuditRateLimitException.RetryAt"/> comes from the lease's
    /// <see cref="MetadataName.RetryAfter"/>.
    /// </remarks>
    /// <param name="service">The service to pace.</param>
    /// <param name="limiter">
    /// Hands out the limiter; asked once, when it is first needed. The limiter stays the app's and is never disposed here: one that
    /// comes from the container is disposed with it.
    /// </param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="service"/> is none of the services.</exception>
    public SeoAuditBuilder UseRateLimiter(AuditService service, Func<IServiceProvider, RateLimiter> limiter)
    {
        ArgumentNullException.ThrowIfNull(limiter);
        if (!Enum.IsDefined(service))
        {
            throw new ArgumentOutOfRangeException(nameof(service), service, "Service must be SeoPeek, Seogent or MetricSpot.");
        }

        State.Limiters[service] = limiter;
        return this;
    }

    /// <summary>
    /// Keeps audits that succeeded in the app's <c>HybridCache</c>, which the app registers with <c>AddHybridCache()</c>: in memory
    /// and, where the app has an <c>IDistributedCache</c> such as Redis, there too. <see cref="ISeoAuditClient.AuditPageAsync"/> and
    /// <see cref="ISeoAuditClient.AuditPagesAsync"/> use it as each call's <see cref="CacheMode"/> says; the services' own clients
    /// do not.
    /// </summary>
    /// <remarks>
    /// An audit is kept for the tenant (<see cref="SeoAuditOptions.Tenant"/>), the service, the page's normalised URL and what was
    /// measured. Those who ask for the same audit at the same time share one, and wait for it as the first of them does. A cache
    /// that fails costs time, never an audit. Registers <see cref="IAuditCache"/>.
    /// </remarks>
    /// <param name="configure">Sets how long audits serve; null for 1 hour.</param>
    /// <returns>This builder.</returns>
    public SeoAuditBuilder UseCaching(Action<AuditCacheOptions>? configure = null)
    {
        DependencyInjection.CachingRegistration.Add(Services, Name, configure);
        return this;
    }

    /// <summary>
    /// Registers <see cref="IBulkAuditJobs"/>: bulk audits in the background, in this process, kept in a folder so that they survive a
    /// restart. They are worked on while the app's host runs; keyed registrations have jobs of their own, under the same key.
    /// </summary>
    /// <remarks>
    /// One process owns the folder: where another has it, the host does not start, and every use of the jobs ends in a
    /// <see cref="SeoAuditJobException"/> with <see cref="JobFault.FolderInUse"/>. When the host stops, nothing more is begun; requests
    /// to SEOPeek that are in flight are finished as far as the host's shutdown timeout allows, and jobs that have not ended go on at
    /// the next start.
    /// </remarks>
    /// <param name="configure">Sets the folder, at least, unless the options are configured elsewhere.</param>
    /// <returns>This builder.</returns>
    public SeoAuditBuilder AddJobs(Action<BulkAuditJobsOptions>? configure = null)
    {
        DependencyInjection.JobsRegistration.Add(Services, Name, State, configure);
        return this;
    }

    /// <summary>
    /// Keeps resilience handlers that the app has put on all its HTTP clients with <c>ConfigureHttpClientDefaults</c>. They are
    /// removed otherwise, because two pipelines multiply retries and the outer one's time-outs cut the inner one's short.
    /// </summary>
    /// <returns>This builder.</returns>
    public SeoAuditBuilder KeepHostResilience()
    {
        State.KeepHostResilience = true;
        return this;
    }
}
