using System.Diagnostics;
using SeoAudit.Cli.Pipelines;
using SeoAudit.Cli.Pipelines.GitHub;
using SeoAudit.Cli.Pipelines.GitLab;

// Usage: SeoAudit.Cli.Pipelines GitHub|GitLab SAMPLE HOME; SAMPLE is a copy of samples/QualityGate, beside or above which a nuget.config knows the packed tool.
string folder = Path.GetFullPath(args[1]);
var shell = new Shell(folder, Path.GetFullPath(args[2]));
var sample = new Sample(folder);
var time = Stopwatch.StartNew();
try
{
    await (args[0] == "GitLab" ? GitLabStory.TellAsync(shell, sample) : GitHubStory.TellAsync(shell, sample));
}
catch (PipelineException exception)
{
    Console.Error.WriteLine($"pipelines.sh: {exception.Message}");
    return 1;
}

Console.WriteLine($"The pipelines of {args[0]} keep what they promise ({time.Elapsed.TotalSeconds:0} s).");
return 0;
