using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace SeoAudit.Client.Hangfire.Tests.Support;

/// <summary>A server program that is started for the tests, in a folder of its own.</summary>
internal sealed class Server : IAsyncDisposable
{
    private Process? _process;

    private Server()
    {
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("seoaudit-").FullName;

    public int Port { get; } = FreePort();

    /// <summary>Starts a Redis; null where it is not installed.</summary>
    public static async Task<Server?> StartRedisAsync()
    {
        if (Find("redis-server") is not { } program)
        {
            return null;
        }

        var server = new Server();
        server.Start(program, "--port", $"{server.Port}", "--bind", "127.0.0.1", "--dir", server.Folder, "--save", string.Empty, "--appendonly", "yes");
        await server.WaitAsync();
        return server;
    }

    /// <summary>Starts a PostgreSQL; null where it is not installed.</summary>
    public static async Task<Server?> StartPostgreSqlAsync()
    {
        string? programs = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(static version => Path.Combine(version, "bin")).FirstOrDefault(static folder => File.Exists(Path.Combine(folder, "initdb")))
            : Path.GetDirectoryName(Find("initdb"));
        if (programs is null)
        {
            return null;
        }

        var server = new Server();
        string data = Path.Combine(server.Folder, "data");
        if (Environment.UserName == "root")
        {
            await RunAsync("chown", "postgres", server.Folder);
        }

        (string program, string[] first) = AsAnother(Path.Combine(programs, "initdb"));
        await RunAsync(program, [.. first, "-D", data, "-U", "seoaudit", "-A", "trust", "-E", "UTF8", "--no-sync"]);
        (program, first) = AsAnother(Path.Combine(programs, "postgres"));
        server.Start(program, [.. first, "-D", data, "-p", $"{server.Port}", "-k", server.Folder, "-c", "listen_addresses=127.0.0.1", "-c", "max_connections=200"]);
        await server.WaitAsync();
        return server;
    }

    /// <summary>Stops it, cutting its clients off, and starts it again on what it has stored.</summary>
    public async Task RestartAsync()
    {
        ProcessStartInfo again = _process!.StartInfo;
        await RunAsync("kill", "-INT", $"{_process.Id}");
        await _process.WaitForExitAsync();
        _process.Dispose();
        Start(again);
        await WaitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { } process)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        Directory.Delete(Folder, recursive: true);
    }

    // It will not run as root.
    private static (string Program, string[] First) AsAnother(string program) =>
        Environment.UserName == "root" ? ("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", program]) : (program, []);

    private static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
        .Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using Process process = Process.Start(Quiet(program, arguments))!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string errors = await process.StandardError.ReadToEndAsync();
        await output;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program}: {errors}");
        }
    }

    private static ProcessStartInfo Quiet(string program, IEnumerable<string> arguments) => new(program, arguments)
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        // Somewhere that another user may be.
        WorkingDirectory = "/",
    };

    private void Start(string program, params string[] arguments) => Start(Quiet(program, arguments));

    private void Start(ProcessStartInfo start)
    {
        _process = Process.Start(start)!;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private async Task WaitAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, Port, patience.Token);
                return;
            }
            catch (SocketException exception)
            {
                if (_process!.HasExited)
                {
                    throw new InvalidOperationException("The server ended at once.", exception);
                }

                await Task.Delay(50, patience.Token);
            }
        }
    }
}
