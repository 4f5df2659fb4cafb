namespace SeoAudit.Cli.Tests.Support;

/// <summary>A folder of a test's own, where the tool finds its settings, keeps its journals, and runs.</summary>
internal sealed class ToolHome : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("seoaudit-cli-");

    public string Folder => _folder.FullName;

    public string ConfigFile => Path.Combine(Folder, "config", "seoaudit", "config.json");

    public string StateFolder => Path.Combine(Folder, "state", "seoaudit");

    /// <summary>What runs have in their environment beside what all processes have.</summary>
    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    public string PathOf(string name) => Path.Combine(Folder, name);

    public string Write(string name, string text)
    {
        string path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Points runs at an emulator, each service with a key.</summary>
    public ToolHome Using(Uri emulator)
    {
        Variables["SeoAudit__SeoPeek__BaseAddress"] = $"{emulator}seopeek/";
        Variables["SeoAudit__Seogent__BaseAddress"] = $"{emulator}seogent/api/";
        Variables["SeoAudit__Seogent__ApiToken"] = Keys.Seogent;
        Variables["SeoAudit__Seogent__Polling__InitialDelay"] = "00:00:00.05";
        Variables["SeoAudit__Seogent__Polling__Interval"] = "00:00:00.05";
        Variables["SeoAudit__MetricSpot__BaseAddress"] = $"{emulator}metricspot/";
        Variables["SeoAudit__MetricSpot__ApiKey"] = Keys.MetricSpot;
        Variables["SeoAudit__MetricSpot__Spacing"] = "00:00:00";
        Variables["SeoAudit__MetricSpot__Polling__InitialDelay"] = "00:00:00.05";
        Variables["SeoAudit__MetricSpot__Polling__Interval"] = "00:00:00.05";
        Variables["SeoAudit__MetricSpot__PdfPolling__InitialDelay"] = "00:00:00.05";
        Variables["SeoAudit__MetricSpot__PdfPolling__Interval"] = "00:00:00.05";
        return this;
    }

    /// <summary>The environment of a run; null removes a variable.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Environment()
    {
        foreach (string name in System.Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(static name => name.StartsWith("SeoAudit__", StringComparison.OrdinalIgnoreCase)))
        {
            yield return new(name, null);
        }

        yield return new("NO_COLOR", null);
        yield return new("TERM", "xterm-256color");
        // A run that is killed would leave the pipe of a debugger behind.
        yield return new("DOTNET_EnableDiagnostics", "0");
        yield return new("HOME", Folder);
        yield return new("XDG_CONFIG_HOME", Path.Combine(Folder, "config"));
        yield return new("XDG_STATE_HOME", Path.Combine(Folder, "state"));
        foreach ((string name, string value) in Variables)
        {
            yield return new(name, value);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
