using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace SeoAudit.Cli.Pipelines.GitHub;

/// <summary>Runs the jobs of a workflow: their commands as they stand there, and what their actions would do, as far as it matters here.</summary>
internal sealed partial class GitHubRun(Shell shell, CacheStore cache, Forge forge)
{
    private readonly List<string> _uploads = [];

    /// <summary>What was handed over in the last run.</summary>
    public IReadOnlyList<string> Uploads => _uploads;

    /// <summary>The summary of the last run.</summary>
    public string Summary { get; private set; } = "";

    /// <summary>Runs the jobs that the event starts.</summary>
    /// <returns>Whether all steps succeeded.</returns>
    public async Task<bool> RunAsync(string workflow, Dictionary<string, string> context)
    {
        YamlMappingNode root = YamlExtensions.Load(Path.Combine(shell.Folder, ".github", "workflows", workflow));
        string eventName = context["github.event_name"];
        Reports.Expect(root.Map("on").Get(eventName) is not null, $"{workflow} does not run on {eventName}.");
        Reports.Expect(root.Map("permissions").Children.Count == 0 && root.Get("permissions") is not null, $"{workflow} has permissions beside those of its jobs.");
        var expressions = new Expressions(context);
        YamlMappingNode[] jobs = [.. root.Map("jobs").Select(static job => (YamlMappingNode)job.Value).Where(job => job.Text("if") is not { } condition || expressions.Holds(condition))];
        Reports.Expect(jobs.Length == 1, $"{eventName} starts {jobs.Length} jobs of {workflow} instead of one.");
        _uploads.Clear();
        return await RunAsync(jobs[0], expressions);
    }

    private async Task<bool> RunAsync(YamlMappingNode job, Expressions expressions)
    {
        string summary = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var isFailed = false;
        foreach (YamlMappingNode step in ((YamlSequenceNode)job.Get("steps")!).Cast<YamlMappingNode>())
        {
            // A step without a condition runs only if those before it succeeded.
            if (step.Text("if") is { } condition ? !expressions.Holds(condition) : isFailed)
            {
                continue;
            }

            if (step.Text("uses") is { } action)
            {
                Use(action, step.Members("with").ToDictionary(static input => input.Key, input => expressions.Fill(input.Value), StringComparer.Ordinal), job);
                continue;
            }

            string script = step.Text("run")!;
            Reports.Expect(!script.Contains("${{", StringComparison.Ordinal), $"An expression stands in a command, where its value could be a command itself: {script}");
            Console.WriteLine($"--- {script}");
            Dictionary<string, string> variables = new(StringComparer.Ordinal)
            {
                ["GITHUB_STEP_SUMMARY"] = summary,
                ["GITHUB_API_URL"] = $"{forge.Address}/github",
                ["GITHUB_REPOSITORY"] = "owner/site",
                ["GITHUB_SHA"] = Forge.Commit,
            };
            foreach ((string name, string value) in step.Members("env"))
            {
                variables[name] = expressions.Fill(value);
            }

            isFailed |= await shell.RunAsync(script, variables) != 0;
        }

        Summary = File.Exists(summary) ? await File.ReadAllTextAsync(summary) : "";
        File.Delete(summary);
        return !isFailed;
    }

    private void Use(string action, Dictionary<string, string> inputs, YamlMappingNode job)
    {
        Reports.Expect(Pinned().IsMatch(action), $"{action} is not pinned to a major version.");
        switch (action[..action.IndexOf('@', StringComparison.Ordinal)])
        {
            case "actions/checkout":
                shell.CheckOut();
                Reports.Expect(inputs["persist-credentials"] == "false", "The checkout leaves the token behind.");
                break;
            case "actions/setup-dotnet":
                break;
            case "actions/cache/restore":
                cache.Restore(inputs["key"], inputs["restore-keys"], Path.Combine(shell.Folder, inputs["path"]));
                break;
            case "actions/cache/save":
                cache.Save(inputs["key"], Path.Combine(shell.Folder, inputs["path"]));
                break;
            case "actions/upload-artifact":
                Upload(inputs["path"].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
                break;
            case "github/codeql-action/upload-sarif":
                Reports.Expect(job.Map("permissions").Text("security-events") == "write", "Code scanning may not be written.");
                Upload(inputs["sarif_file"]);
                Reports.InspectFindings(shell.Folder, inputs["sarif_file"]);
                break;
            default:
                throw new PipelineException($"Nobody knows here what {action} does.");
        }
    }

    private void Upload(params ReadOnlySpan<string> files)
    {
        foreach (string file in files)
        {
            Reports.Inspect(shell.Folder, file);
            _uploads.Add(file);
        }
    }

    [GeneratedRegex(@"^[\w./-]+@v[0-9]+$", RegexOptions.NonBacktracking)]
    private static partial Regex Pinned();
}
