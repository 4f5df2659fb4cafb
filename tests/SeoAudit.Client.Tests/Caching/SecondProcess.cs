using System.Diagnostics;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace SeoAudit.Client.Tests.Caching;

/// <summary>Another process that shares the cache: the test that starts it once more, which then is the second to ask.</summary>
internal static class SecondProcess
{
    private const string Service = "SEOAUDIT_TEST_SERVICE_ADDRESS";
    private const string Redis = "SEOAUDIT_TEST_REDIS_ADDRESS";
    private const string Prefix = "SEOAUDIT_TEST_REDIS_PREFIX";

    public static Uri Page { get; } = new("https://example.com/shared");

    /// <summary>Whether this process is the second.</summary>
    public static bool IsThisOne => Environment.GetEnvironmentVariable(Service) is not null;

    public static async Task FindWhatTheFirstHasCachedAsync()
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

    /// <param name="test">The test, by its full name.</param>
    internal static async Task<string> RunAsync(string test, Uri service, string redis, string prefix)
    {
        string tests = Assembly.GetExecutingAssembly().Location;
        string executable = Environment.ProcessPath!;
        string[] host = Path.GetFileNameWithoutExtension(executable) == "dotnet" ? ["exec", tests] : [];
        var start = new ProcessStartInfo(
            executable, [.. host, "-method", test])
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
        Environment.GetEnvironmentVariable(variable) ?? throw new InvalidOperationException($"{variable} is not set.");
}
