namespace SeoAudit.Client.Jobs;

/// <summary>The files of one job.</summary>
internal sealed class JobPaths(string folder)
{
    public string Folder => folder;

    /// <summary>The options and how it stands.</summary>
    public string Record => Path.Combine(folder, "job.json");

    /// <summary>The input, a URL on each line.</summary>
    public string Urls => Path.Combine(folder, "urls.txt");

    /// <summary>What was bought, and what came of it.</summary>
    public string Journal => Path.Combine(folder, "journal.jsonl");

    /// <summary>The outcomes in the order in which they came.</summary>
    public string Outcomes => Path.Combine(folder, "outcomes.jsonl");
}
