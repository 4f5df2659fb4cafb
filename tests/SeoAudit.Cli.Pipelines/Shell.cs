using System.Diagnostics;

namespace SeoAudit.Cli.Pipelines;

/// <summary>Runs steps as the agents of the hosts do: in bash, in the folder of the repository, with nothing of this machine's settings.</summary>
internal sealed class Shell(string folder, string home)
{
    private static readonly string[] Inherited = ["PATH", "LANG", "DOTNET_ROOT", "HTTP_PROXY", "HTTPS_PROXY", "SSL_CERT_FILE", "TMPDIR"];

    /// <summary>The repository.</summary>
    public string Folder => folder;

    /// <summary>What all steps have in their environment.</summary>
    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal)
    {
        ["HOME"] = home,
        ["NUGET_PACKAGES"] = Path.Combine(home, "packages"),
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_SKIP_FIRST_TIME_EXPERIENCE"] = "1",
    };

    /// <summary>Has the steps that follow ask the emulator; where their keys come from is the pipeline's business.</summary>
    public void UseEmulator(EmulatedServices services)
    {
        foreach ((string name, string value) in services.Variables.Where(static variable => variable.Key.EndsWith("BaseAddress", StringComparison.Ordinal)))
        {
            Environment[name] = value;
        }

        Environment["SeoAudit__Seogent__Polling__InitialDelay"] = "00:00:00.1";
        Environment["SeoAudit__Seogent__Polling__Interval"] = "00:00:00.1";
    }

    /// <summary>Checks the repository out anew: what earlier runs left is gone.</summary>
    public void CheckOut()
    {
        string reports = Path.Combine(folder, "seo");
        if (Directory.Exists(reports))
        {
            Directory.Delete(reports, recursive: true);
        }
    }

    public async Task<int> RunAsync(string script, IEnumerable<KeyValuePair<string, string>> variables)
    {
        using Process process = Start(["bash", "-eo", "pipefail", "-c", script], variables, captured: false);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    public Process Start(string[] command, IEnumerable<KeyValuePair<string, string>> variables, bool captured)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = folder, RedirectStandardOutput = captured };
        start.Environment.Clear();
        foreach (string name in Inherited)
        {
            if (System.Environment.GetEnvironmentVariable(name) is { } value)
            {
                start.Environment[name] = value;
            }
        }

        foreach ((string name, string value) in Environment.Concat(variables))
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
