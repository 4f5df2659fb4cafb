namespace SeoAudit.Cli.Pipelines.GitHub;

/// <summary>What happens in a repository on GitHub, day by day.</summary>
internal static class GitHubStory
{
    public static async Task TellAsync(Shell shell, Sample sample)
    {
        await using Forge forge = await Forge.StartAsync();
        var cache = new CacheStore();
        var run = new GitHubRun(shell, cache, forge);

        Reports.Expect(await run.RunAsync("seo.yml", PullRequest(1)), "A pull request before there is a baseline fails.");
        Reports.Expect(forge.Written is [var first] && first.Contains("Quality gate passed", StringComparison.Ordinal), "There is not one comment after the first run.");
        Reports.Expect(run.Summary == forge.Written[0], "The summary of the step is not the report.");
        Reports.Expect(cache.Keys.Count == 0, "A pull request keeps a baseline.");

        Reports.Expect(await run.RunAsync("seo.yml", Push(2)), "The main branch fails.");
        Reports.Expect(cache.Keys is ["seo-baseline-2-1"], "The main branch keeps no baseline.");
        Reports.Expect(forge.Written.Count == 1, "A push comments.");

        sample.Spoil();
        Reports.Expect(!await run.RunAsync("seo.yml", PullRequest(3)), "A page got worse, and the pull request passes.");
        Reports.Expect(forge is { Updates: 1, Written: [var second] } && second.Contains("MaxScoreDrop", StringComparison.Ordinal), "The comment was not replaced.");
        Reports.Expect(run.Uploads is ["seo/report.html", "seo/report.xml", "seo/report.jsonl", "seo/report.sarif"], "A run that fails hands over less.");

        Reports.Expect(await run.RunAsync("seo.yml", new(PullRequest(4), StringComparer.Ordinal) { ["github.event.pull_request.head.repo.fork"] = "true" }) is false && forge.Updates == 1, "The pull request of a fork comments.");
        Reports.Expect(!await run.RunAsync("seo.yml", Push(5)), "A page got worse, and the main branch passes.");
        Reports.Expect(await run.RunAsync("seo.yml", PullRequest(6)), "A pull request is blamed for what is on the main branch.");

        sample.Mend();
        Reports.Expect(await run.RunAsync("seo.yml", PullRequest(7)) && forge is { Updates: 3, Written.Count: 1 }, "A mended page fails.");
        await TellOfServicesAsync(shell, sample, run, forge, cache);
    }

    private static async Task TellOfServicesAsync(Shell shell, Sample sample, GitHubRun run, Forge forge, CacheStore cache)
    {
        await using EmulatedServices services = await EmulatedServices.StartAsync(shell);
        shell.UseEmulator(services);
        Dictionary<string, string> weekly = new(StringComparer.Ordinal)
        {
            ["github.event_name"] = "schedule",
            ["github.run_id"] = "8",
            ["github.run_attempt"] = "1",
            ["vars.SITE_URL"] = services.Site.AbsoluteUri,
            ["secrets.SEOGENT_API_TOKEN"] = services.Variables["SeoAudit__Seogent__ApiToken"],
        };

        // The sitemap names the live site, which is here at the address of a preview.
        Dictionary<string, string> preview = new(weekly, StringComparer.Ordinal)
        {
            ["github.event_name"] = "deployment_status",
            ["github.run_id"] = "9",
            ["github.token"] = Forge.Token,
            ["github.event.deployment_status.state"] = "success",
            ["github.event.deployment_status.environment_url"] = new Uri(services.Site, "/").AbsoluteUri,
            ["github.event.deployment.production_environment"] = "false",
            ["github.event.repository.default_branch"] = "main",
        };
        sample.MoveTo(services.Site);
        Reports.Expect(await run.RunAsync("seo-deployed.yml", weekly), "The live site fails.");
        Reports.Expect(cache.Keys is [.., "seo-live-8-1"] && run.Summary.Contains("SEO of the week", StringComparison.Ordinal), "The digest has no baseline or no summary.");

        sample.MoveBack();
        sample.Spoil();
        Reports.Expect(!await run.RunAsync("seo-deployed.yml", preview), "A page of the preview got worse, and it passes.");
        Reports.Expect(forge is { Updates: 4, Written: [var comment] } && comment.Contains("SEOgent", StringComparison.Ordinal), "The preview is not commented.");
        sample.Mend();
    }

    private static Dictionary<string, string> Push(int id) => new(StringComparer.Ordinal)
    {
        ["github.event_name"] = "push",
        ["github.run_id"] = id.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["github.run_attempt"] = "1",
        ["github.event.pull_request.head.repo.fork"] = "",
    };

    private static Dictionary<string, string> PullRequest(int id) => new(Push(id), StringComparer.Ordinal)
    {
        ["github.event_name"] = "pull_request",
        ["github.token"] = Forge.Token,
        ["github.event.pull_request.number"] = Forge.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["github.event.pull_request.head.repo.fork"] = "false",
    };
}
