using YamlDotNet.RepresentationModel;

namespace SeoAudit.Cli.Pipelines.GitLab;

/// <summary>Runs the job of a pipeline: its commands as they stand there, its cache and its artifacts.</summary>
internal sealed class GitLabRun(Shell shell, CacheStore cache)
{
    private readonly List<string> _uploads = [];

    /// <summary>What was handed over in the last run.</summary>
    public IReadOnlyList<string> Uploads => _uploads;

    /// <returns>The exit code of the job's script.</returns>
    public async Task<int> RunAsync(Dictionary<string, string> variables)
    {
        YamlMappingNode root = YamlExtensions.Load(Path.Combine(shell.Folder, ".gitlab-ci.yml"));
        YamlMappingNode[] jobs = [.. root.Where(static job => !((YamlScalarNode)job.Key).Value!.StartsWith('.')).Select(job => Extend((YamlMappingNode)job.Value, root)).Where(job => Rules.Hold(job, variables))];
        Reports.Expect(jobs.Length == 1, $"{jobs.Length} jobs run instead of one.");
        YamlMappingNode job = jobs[0];
        foreach ((string name, string value) in job.Members("variables"))
        {
            variables.TryAdd(name, value);
        }

        shell.CheckOut();
        YamlMappingNode kept = job.Map("cache");
        string file = Path.Combine(shell.Folder, kept.Texts("paths").Single());
        cache.Restore(kept.Text("key")!, prefix: null, file);

        string script = string.Join('\n', [.. job.Texts("before_script"), .. job.Texts("script")]);
        Console.WriteLine($"--- {script.ReplaceLineEndings("; ")}");
        int exitCode = await shell.RunAsync(script, variables);
        if (job.Texts("after_script") is { Count: > 0 } after)
        {
            // Its exit code does not count there, so that a comment that cannot be written fails no job; here it must be written.
            Reports.Expect(await shell.RunAsync(string.Join('\n', after), variables) == 0, "The script after the job failed.");
        }

        if (kept.Text("policy") is null or "pull-push" && (exitCode == 0 || kept.Text("when") == "always"))
        {
            cache.Save(kept.Text("key")!, file);
        }

        _uploads.Clear();
        Reports.Expect(job.Map("artifacts").Text("when") == "always", "A run that fails has no artifacts.");
        foreach (string upload in job.Map("artifacts").Texts("paths").Append(job.Map("artifacts").Map("reports").Text("junit")!))
        {
            Reports.Inspect(shell.Folder, upload);
            _uploads.Add(upload);
        }

        return exitCode;
    }

    private static YamlMappingNode Extend(YamlMappingNode job, YamlMappingNode root)
    {
        if (job.Text("extends") is not { } name)
        {
            return job;
        }

        var all = new YamlMappingNode(root.Map(name).Children);
        foreach ((YamlNode key, YamlNode value) in job)
        {
            all.Children[key] = value;
        }

        return all;
    }
}
