using Hangfire;
using Hangfire.InMemory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace SeoAudit.Client.Hangfire.Tests;

public sealed class RegistrationTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Jobs_are_in_memory_where_the_app_has_no_storage()
    {
        await using ServiceProvider services = Build();

        Assert.IsType<InMemoryStorage>(services.GetRequiredService<Fleet>().Storage);
        BulkAuditJob job = await services.GetRequiredService<IBulkAuditJobs>().SubmitAsync([new Uri("https://example.com/")], cancellationToken: Stop);
        Assert.Equal(BulkAuditJobStatus.Pending, job.Status);
    }

    [Fact]
    public async Task The_storage_of_the_app_serves_and_stays_the_apps()
    {
        using var storage = new InMemoryStorage();
        await using ServiceProvider services = Build(services => services.AddSingleton<JobStorage>(storage));

        Assert.Same(storage, services.GetRequiredService<Fleet>().Storage);
    }

    [Fact]
    public async Task Adding_twice_adds_once_and_keyed_jobs_are_others()
    {
        await using ServiceProvider services = Build(static services =>
        {
            services.AddSeoAudit().AddHangfireJobs();
            services.AddKeyedSeoAudit("agency", static options => options.SeoPeek.ApiKey = "key").AddHangfireJobs();
        });

        Assert.Single(services.GetServices<IBulkAuditJobs>());
        Assert.NotSame(services.GetRequiredService<IBulkAuditJobs>(), services.GetRequiredKeyedService<IBulkAuditJobs>("agency"));
    }

    [Fact]
    public async Task Two_registrations_cannot_have_one_storage()
    {
        using var storage = new InMemoryStorage();
        await using ServiceProvider services = Build(services =>
        {
            services.AddSingleton<JobStorage>(storage);
            services.AddKeyedSeoAudit("agency", static options => options.SeoPeek.ApiKey = "key").AddHangfireJobs();
        });
        Assert.NotNull(services.GetRequiredService<IBulkAuditJobs>());

        InvalidOperationException fault = Assert.Throws<InvalidOperationException>(() => services.GetRequiredKeyedService<IBulkAuditJobs>("agency"));

        Assert.Contains("'agency'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_storage_that_nobody_gave_ends_with_the_app()
    {
        JobStorage own;
        await using (ServiceProvider services = Build())
        {
            own = services.GetRequiredService<Fleet>().Storage;
        }

        Assert.Throws<ObjectDisposedException>(() => own.GetConnection().GetAllItemsFromSet("any"));
    }

    [Fact]
    public async Task Settings_that_cannot_be_are_refused_by_name()
    {
        await using ServiceProvider services = Build(configure: static jobs =>
        {
            jobs.BatchSize = 1_001;
            jobs.MaxConcurrentBatches = 0;
            jobs.Workers = -1;
            jobs.TakeOverAfter = TimeSpan.FromSeconds(2);
            jobs.PollInterval = TimeSpan.Zero;
            jobs.KeepFinishedFor = TimeSpan.FromDays(-1);
        });

        OptionsValidationException fault = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IBulkAuditJobs>());

        Assert.Equal(
            ["BatchSize", "MaxConcurrentBatches", "Workers", "TakeOverAfter", "PollInterval", "KeepFinishedFor"],
            fault.Failures.Select(static failure => failure.Split(':', ' ')[1]),
            StringComparer.Ordinal);
    }

    private static ServiceProvider Build(Action<IServiceCollection>? add = null, Action<HangfireJobsOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddSeoAudit(static options => options.SeoPeek.ApiKey = "key").AddHangfireJobs(configure);
        add?.Invoke(services);
        return services.BuildServiceProvider();
    }
}
