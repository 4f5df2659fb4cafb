using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace BulkAuditApi.Tests.Support;

/// <summary>The built app as a process of its own, on a free port.</summary>
internal sealed partial class RunningApi : IAsyncDisposable
{
    private const int Terminate = 15;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string[] Foreign = ["SeoAudit__", "OTEL_", "ASPNETCORE_", "DOTNET_", "Storage__", "Emulator__", "Jobs__"];

    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _log = [];
    private HttpClient? _client;

    private RunningApi(Process process) => _process = process;

    public HttpClient Client => _client!;

    public Uri Address => Client.BaseAddress!;

    public string Log
    {
        get
        {
            lock (_log)
            {
                return string.Join(Environment.NewLine, _log);
            }
        }
    }

    /// <summary>Starts it and waits until it listens.</summary>
    /// <param name="settings">Settings such as <c>Emulator:Address=…</c>.</param>
    public static async Task<RunningApi> StartAsync(params string[] settings)
    {
        RunningApi api = Launch(settings);
        try
        {
            Uri address = await api._address.Task.WaitAsync(Patience);
            api._client = new HttpClient { BaseAddress = address };
            return api;
        }
        catch (Exception exception)
        {
            await api.DisposeAsync();
            throw new InvalidOperationException($"The app did not start.{Environment.NewLine}{api.Log}", exception);
        }
    }

    /// <summary>Starts it and waits until it has ended by itself.</summary>
    public static async Task<(int ExitCode, string Log)> RunAsync(params string[] settings)
    {
        await using RunningApi api = Launch(settings);
        await api._process.WaitForExitAsync().WaitAsync(Patience);
        return (api._process.ExitCode, api.Log);
    }

    /// <summary>Asks it to stop, as a service manager does.</summary>
    public void Stop() => Assert.Equal(0, Signal(_process.Id, Terminate));

    /// <summary>Waits until it has ended and tells how.</summary>
    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    /// <summary>Ends it without a word.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        TestContext.Current.SendDiagnosticMessage("{0}", Log);
        _client?.Dispose();
        _process.Dispose();
    }

    private static RunningApi Launch(string[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "BulkAuditApi.dll"), "--urls", "http://127.0.0.1:0", .. settings.Select(static setting => "--" + setting)])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Anywhere but where its files are.
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (string name in start.Environment.Keys.Where(static name => Array.Exists(Foreign, name.StartsWith) && name != "DOTNET_ROOT").ToList())
        {
            start.Environment.Remove(name);
        }

        var api = new RunningApi(Process.Start(start)!);
        api._process.OutputDataReceived += (_, line) => api.Read(line.Data);
        api._process.ErrorDataReceived += (_, line) => api.Read(line.Data);
        api._process.BeginOutputReadLine();
        api._process.BeginErrorReadLine();
        return api;
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            _address.TrySetException(new InvalidOperationException("It ended."));
            return;
        }

        lock (_log)
        {
            _log.Add(line);
        }

        if (Listening().Match(line) is { Success: true } found)
        {
            _address.TrySetResult(new Uri(found.Groups["address"].Value));
        }
    }

    [GeneratedRegex("Now listening on: (?<address>http://.*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Listening();

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int process, int signal);
}
