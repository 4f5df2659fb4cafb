using System.Diagnostics;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace SeoAudit.Client.Tests.Caching;

/// <summary>Another process that shares the cache: these tests once more, of which only the one here runs.</summary>
public sealed class SecondProcess
{
    private const string Service = "SEOAUDIT_TEST_SERVICE_ADDRESS";
    private const string Redis = "SEOAUDIT_TEST_REDIS_ADDRESS";
    private const string Prefix = "SEOAUDIT_TEST_REDIS_PREFIX";

    public static Uri Page { get; } = new("https://example.com/shared");

    [Fact(Explicit = true)]
    public async Task Finds_what_the_first_process_has_cached()
    {
        await using ServiceProvider app = App(new Uri(Read(Service)), Read(Redis), Read(Prefix));

        PageAudit audit = await AuditAsync(app);

        Assert.True(audit.IsCached);
        Assert.Equal((Page, 80d, Grade.B), (audit.Url, audit.Score, audit.Grade!.Value));
    }

    internal static ServiceProvider App(Uri service, string redis, string prefix)
    {
        var services = new ServiceCollection();
        RedisInstance.Add(services, redis, prefix);
        services.AddHybridCache();
        services.AddSeoAudit(options => options.SeoPeek.BaseAddress = service).UseCaching();
        return services.BuildServiceProvider();
    }

    internal static Task<PageAudit> AuditAsync(IServiceProvider app) =>
        app.GetRequiredService<ISeoAuditClient>().AuditPageAsync(Page, cancellationToken: TestContext.Current.CancellationToken);

    internal static async Task<string> RunAsync(Uri service, string redis, string prefix)
    {
        string tests = Assembly.GetExecutingAssembly().Location;
        string executable = Environment.ProcessPath!;
        string[] host = Path.GetFileNameWithoutExtension(executable) == "dotnet" ? ["exec", tests] : [];
        var start = new ProcessStartInfo(
            executable, [.. host, "-explicit", "only", "-method", $"{typeof(SecondProcess).FullName}.{nameof(Finds_what_the_first_process_has_cached)}"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            Environment = { [Service] = service.AbsoluteUri, [Redis] = redis, [Prefix] = prefix },
        };
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output);
        return output;
    }

    private static string Read(string variable) =>
        Environment.GetEnvironmentVariable(variable) ?? throw new InvalidOperationException($"{variable} is not set: this test is only run by others.");
}
