using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace SeoAudit.Cli.Tests.Support;

/// <summary>The built tool as a process of its own: piped, or on a terminal.</summary>
internal sealed partial class ToolProcess : IDisposable
{
    public const int Interrupt = 2;
    public const int Kill = 9;
    public const int Terminate = 15;

    private const string Terminal = "script";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly Task _output;
    private readonly Task _error;
    private readonly StringBuilder _outputText = new();
    private readonly StringBuilder _errorText = new();

    private ToolProcess(Process process)
    {
        _process = process;
        _output = ReadAsync(process.StandardOutput, _outputText);
        _error = ReadAsync(process.StandardError, _errorText);
    }

    public static string Assembly { get; } = Path.Combine(AppContext.BaseDirectory, "seoaudit.dll");

    /// <summary>What came out so far.</summary>
    public string Seen
    {
        get
        {
            lock (_outputText)
            {
                return _outputText.ToString();
            }
        }
    }

    public string SeenError
    {
        get
        {
            lock (_errorText)
            {
                return _errorText.ToString();
            }
        }
    }

    public static ToolProcess Start(ToolHome home, params string[] arguments) => Start(home, "dotnet", [Assembly, .. arguments]);

    /// <summary>Starts the tool in a terminal of 120 columns; both of its outputs are the terminal, and what is typed goes to it.</summary>
    public static ToolProcess StartOnTerminal(ToolHome home, params string[] arguments)
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows() && File.Exists($"/usr/bin/{Terminal}"), "There is no script(1) of util-linux to make a terminal with.");
        string command = string.Join(' ', arguments.Prepend(Assembly).Prepend("dotnet").Select(static argument => $"'{argument.Replace("'", "'\\''", StringComparison.Ordinal)}'"));
        return Start(home, Terminal, ["-qec", $"stty cols 120 rows 40; exec {command}", "/dev/null"]);
    }

    /// <summary>Starts the tool in a pipe with a command behind it; the exit code is that of the tool.</summary>
    public static ToolProcess StartInPipe(ToolHome home, string behind, params string[] arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no such shell on Windows.");
        return Start(home, "bash", ["-c", $"dotnet \"$@\" | {behind}; exit ${{PIPESTATUS[0]}}", "bash", Assembly, .. arguments]);
    }

    /// <summary>Runs the tool with its standard output where a shell puts it, e.g. <c>&gt; /dev/full</c>.</summary>
    public static async Task<ToolResult> RunRedirectedAsync(ToolHome home, string redirection, params string[] arguments)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has a file that is always full.");
        using ToolProcess tool = Start(home, "bash", ["-c", $"{redirection}; exec dotnet \"$@\"", "bash", Assembly, .. arguments]);
        tool.EndInput();
        return await tool.EndAsync();
    }

    public static async Task<ToolResult> RunAsync(ToolHome home, params string[] arguments)
    {
        using ToolProcess tool = Start(home, arguments);
        tool.EndInput();
        return await tool.EndAsync();
    }

    public static async Task<ToolResult> RunWithInputAsync(ToolHome home, string input, params string[] arguments)
    {
        using ToolProcess tool = Start(home, arguments);
        await tool.TypeAsync(input);
        tool.EndInput();
        return await tool.EndAsync();
    }

    public static async Task<ToolResult> RunOnTerminalAsync(ToolHome home, params string[] arguments)
    {
        using ToolProcess tool = StartOnTerminal(home, arguments);
        return await tool.EndAsync();
    }

    public async Task TypeAsync(string text)
    {
        await _process.StandardInput.WriteAsync(text);
        await _process.StandardInput.FlushAsync();
    }

    public void EndInput() => _process.StandardInput.Close();

    public void Signal(int signal) => Assert.Equal(0, SendSignal(_process.Id, signal));

    public async Task<ToolResult> EndAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"The tool did not end.{Environment.NewLine}{Seen}{Environment.NewLine}{SeenError}");
        }

        await Task.WhenAll(_output, _error);
        return new ToolResult(_process.ExitCode, Seen, SeenError);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private static ToolProcess Start(ToolHome home, string file, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = home.Folder,
        };
        foreach ((string name, string? value) in home.Environment())
        {
            start.Environment[name] = value;
        }

        return new ToolProcess(Process.Start(start)!);
    }

    private static async Task ReadAsync(StreamReader reader, StringBuilder text)
    {
        var buffer = new char[4_096];
        while (await reader.ReadAsync(buffer) is > 0 and var count)
        {
            lock (text)
            {
                text.Append(buffer, 0, count);
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}
