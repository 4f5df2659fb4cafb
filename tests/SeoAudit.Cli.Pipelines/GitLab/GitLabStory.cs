namespace SeoAudit.Cli.Pipelines.GitLab;

/// <summary>What happens in a project on GitLab, day by day.</summary>
internal static class GitLabStory
{
    public static async Task TellAsync(Shell shell, Sample sample)
    {
        await using Forge forge = await Forge.StartAsync();
        var cache = new CacheStore();
        var run = new GitLabRun(shell, cache);

        Reports.Expect(await run.RunAsync(MergeRequest(forge)) == 0, "A merge request before there is a baseline fails.");
        Reports.Expect(forge is { Updates: 0, Written.Count: 1 }, "There is not one comment after the first run.");
        Reports.Expect(cache.Keys.Count == 0, "A merge request keeps a baseline.");

        Reports.Expect(await run.RunAsync(Push()) == 0, "The default branch fails.");
        Reports.Expect(cache.Keys is ["seo-baseline"], "The default branch keeps no baseline.");

        sample.Spoil();
        Reports.Expect(await run.RunAsync(MergeRequest(forge)) == 1, "A page got worse, and the exit code is not 1.");
        Reports.Expect(forge is { Updates: 1, Written: [var comment] } && comment.Contains("MaxScoreDrop", StringComparison.Ordinal), "The comment was not replaced.");
        Reports.Expect(run.Uploads is ["seo/report.html", .., "seo/report.sarif", "seo/report.xml"], "A run that fails hands over less.");
        Reports.Expect(await run.RunAsync(new(MergeRequest(forge), StringComparer.Ordinal) { ["SEO_COMMENT_TOKEN"] = "" }) == 1 && forge.Updates == 1, "Without a token, the exit code is another.");
        sample.Mend();

        await using EmulatedServices services = await EmulatedServices.StartAsync(shell);
        shell.UseEmulator(services);
        sample.MoveTo(services.Site);
        Dictionary<string, string> weekly = new(Common(), StringComparer.Ordinal)
        {
            ["CI_PIPELINE_SOURCE"] = "schedule",
            ["SITE_URL"] = services.Site.AbsoluteUri,
            ["SeoAudit__Seogent__ApiToken"] = services.Variables["SeoAudit__Seogent__ApiToken"],
        };
        Reports.Expect(await run.RunAsync(weekly) == 0 && cache.Keys is [.., "seo-live"], "The live site fails.");
        sample.MoveBack();
    }

    private static Dictionary<string, string> Common() => new(StringComparer.Ordinal) { ["GITLAB_CI"] = "true", ["CI_DEFAULT_BRANCH"] = "main" };

    private static Dictionary<string, string> Push() => new(Common(), StringComparer.Ordinal) { ["CI_PIPELINE_SOURCE"] = "push", ["CI_COMMIT_BRANCH"] = "main" };

    private static Dictionary<string, string> MergeRequest(Forge forge) => new(Common(), StringComparer.Ordinal)
    {
        ["CI_PIPELINE_SOURCE"] = "merge_request_event",
        ["CI_API_V4_URL"] = $"{forge.Address}/gitlab",
        ["CI_PROJECT_ID"] = "3",
        ["CI_MERGE_REQUEST_IID"] = Forge.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["SEO_COMMENT_TOKEN"] = Forge.Token,
    };
}
