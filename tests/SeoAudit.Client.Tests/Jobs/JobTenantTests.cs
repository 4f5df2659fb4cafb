using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Jobs;

public sealed class JobTenantTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"seoaudit-jobs-{Guid.NewGuid():N}");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Each_account_has_jobs_of_its_own_under_its_key()
    {
        using var handler = new ScriptedHandler(static request => JobScene.Good(Answers.AuditedPage(request)));
        await using ServiceProvider app = App(handler, tenant => tenant);
        IHostedService[] hosted = [.. app.GetServices<IHostedService>()];
        Assert.Equal(2, hosted.Length);
        foreach (IHostedService service in hosted)
        {
            await service.StartAsync(Stop);
        }

        BulkAuditJob job = await app.GetRequiredKeyedService<IBulkAuditJobs>("eu").SubmitAsync(JobScene.Pages(1), cancellationToken: Stop);
        await job.WaitForCompletionAsync(cancellationToken: Stop);

        Assert.Equal("seo_eu", Assert.Single(handler.Requests).Key);
        Assert.Null(await app.GetRequiredKeyedService<IBulkAuditJobs>("us").GetAsync(job.Id, Stop));
        Assert.Null(app.GetService<IBulkAuditJobs>());
        foreach (IHostedService service in hosted)
        {
            await service.StopAsync(Stop);
        }
    }

    [Fact]
    public async Task Two_accounts_cannot_share_a_folder()
    {
        using var handler = new ScriptedHandler(static request => JobScene.Good(Answers.AuditedPage(request)));
        await using ServiceProvider app = App(handler, static _ => "same");
        await app.GetRequiredKeyedService<IBulkAuditJobs>("eu").GetAsync("x", Stop);

        SeoAuditJobException failure = await Assert.ThrowsAsync<SeoAuditJobException>(
            () => app.GetRequiredKeyedService<IBulkAuditJobs>("us").GetAsync("x", Stop));

        Assert.Equal(JobFault.FolderInUse, failure.Fault);
    }

    private ServiceProvider App(ScriptedHandler handler, Func<string, string> folder)
    {
        var services = new ServiceCollection();
        foreach (string tenant in new[] { "eu", "us" })
        {
            services.AddKeyedSeoAudit(tenant, options => options.SeoPeek.ApiKey = $"seo_{tenant}").On(handler)
                .AddJobs(jobs => jobs.Folder = Path.Combine(_folder, folder(tenant)))
                // Once more adds nothing.
                .AddJobs();
        }

        return services.BuildServiceProvider();
    }
}
