using System.Diagnostics;

namespace SeoAudit.Client.Tests.Caching;

/// <summary>Redis itself: the one that an environment variable names, or one that is started here.</summary>
internal sealed class RedisServerInstance : RedisInstance
{
    public const string Variable = "SEOAUDIT_TEST_REDIS";

    private readonly Process? _process;

    private RedisServerInstance(string address, Process? process)
    {
        Address = address;
        _process = process;
    }

    public override string Address { get; }

    /// <param name="own">Whether the test takes the server down, which it may only do to its own.</param>
    public static async Task<RedisServerInstance> StartAsync(bool own = false)
    {
        if (!own && Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } address)
        {
            return new RedisServerInstance(address, process: null);
        }

        string? executable = Environment.GetEnvironmentVariable("PATH")?
            .Split(Path.PathSeparator)
            .Select(static folder => Path.Combine(folder, "redis-server"))
            .FirstOrDefault(File.Exists);
        Assert.SkipWhen(executable is null, $"There is no redis-server on the PATH, and {Variable} does not name one (host:port).");

        // Another process may take a port that was free a moment ago.
        for (var attempt = 0; attempt < 5; attempt++)
        {
            int port = FreePort();
            if (await TryStartAsync(executable!, port) is { } process)
            {
                return new RedisServerInstance($"127.0.0.1:{port}", process);
            }
        }

        throw new InvalidOperationException("redis-server does not start.");
    }

    public override async ValueTask StopAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _process?.Dispose();
    }

    private static async Task<Process?> TryStartAsync(string executable, int port)
    {
        var start = new ProcessStartInfo(executable, ["--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", Path.GetTempPath()])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        Process process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.Contains("Ready to accept connections", StringComparison.Ordinal))
            {
                return process;
            }
        }

        process.Dispose();
        return null;
    }
}
