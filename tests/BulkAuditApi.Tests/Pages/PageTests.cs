using System.Text.Json;
using BulkAuditApi.Tests.Support;
using Microsoft.Playwright;
using SeoAudit.Tests.Shared;

namespace BulkAuditApi.Tests.Pages;

/// <summary>The page at the root, in a real browser.</summary>
public sealed class PageTests(ScriptedApi scripted, Chromium chromium)
{
    public static TheoryData<string> Hostile { get; } =
    [
        "<script>window.__pwned = 1</script>",
        "\"><img src=x onerror=window.__pwned=1>",
        "</td></table><svg onload=window.__pwned=1>",
        "<iframe srcdoc='<script>parent.__pwned=1</script>'></iframe>",
        "<base href=https://evil.example/><meta http-equiv=refresh content='0;url=https://evil.example/'>",
        "javascript:window.__pwned=1",
        "&lt;b&gt; ‮right to left",
    ];

    [Fact]
    public async Task Progress_appears_while_the_job_runs()
    {
        await using OpenPage open = await OpenAsync();
        await open.SubmitAsync(
            ScriptedApi.Page("score=95"), ScriptedApi.Page("score=72"), ScriptedApi.Page("score=41&title=The+worst"), ScriptedApi.Page("status=404"), ScriptedApi.Page("score=55&hold=progress"));
        await open.WaitForAsync("#counts", "4 of 5 pages");

        await open.WaitForAsync("#status", "running");
        Assert.Equal((4, 5), (await open.Page.EvaluateAsync<int>("document.getElementById('progress').value"), await open.Page.EvaluateAsync<int>("document.getElementById('progress').max")));
        Assert.Equal(["52.0", "2", "2", "1"], await open.Page.Locator(".tiles dd").AllInnerTextsAsync());
        Assert.Equal(["1", "1", "0", "1", "1"], await open.Page.Locator("#distribution .count").AllInnerTextsAsync());
        Assert.Equal(["0", "41", "72", "95"], await open.Page.Locator("#worst td:first-child").AllInnerTextsAsync());
        Assert.True(await open.Page.Locator("#cancel").IsVisibleAsync());
        Assert.False(await open.Page.Locator("#result").IsVisibleAsync());

        scripted.Service.LetGo("progress");
        await open.WaitForAsync("#status", "completed");
        await open.WaitForAsync("#counts", "5 of 5 pages");
        Assert.Equal(["1", "1", "1", "1", "1"], await open.Page.Locator("#distribution .count").AllInnerTextsAsync());
        Assert.False(await open.Page.Locator("#cancel").IsVisibleAsync());
        Assert.Equal("The job is completed.", await open.Page.Locator("#announcer").TextContentAsync());
        Assert.StartsWith("api/audit/jobs/", await open.Page.Locator("#result").GetAttributeAsync("href"), StringComparison.Ordinal);
        Assert.Empty(open.Complaints);
        Assert.All(open.Requests, request => Assert.StartsWith(scripted.Api.Address.AbsoluteUri, request.StartsWith("data:", StringComparison.Ordinal) ? scripted.Api.Address.AbsoluteUri : request, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_job_can_be_cancelled()
    {
        await using OpenPage open = await OpenAsync();
        await open.SubmitAsync(ScriptedApi.HeldPages("cancel-page", 100));
        await open.WaitForAsync("#status", "running");
        await open.Page.Locator("#cancel").ClickAsync();
        await open.WaitForAsync("#status", "cancelling");
        Task cancelled = open.WaitForAsync("#status", "cancelled");
        await scripted.Service.LetGoOneByOneAsync("cancel-page", cancelled);

        await cancelled;
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task A_reload_shows_the_same_job_again()
    {
        await using OpenPage open = await OpenAsync();
        await open.SubmitAsync(ScriptedApi.Page("score=60"), ScriptedApi.Page("hold=reload"));
        await open.WaitForAsync("#counts", "1 of 2 pages");
        await open.Page.ReloadAsync();
        await open.WaitForAsync("#counts", "1 of 2 pages");
        scripted.Service.LetGo("reload");

        await open.WaitForAsync("#status", "completed");
    }

    [Fact]
    public async Task What_was_missed_while_the_connection_was_lost_comes_and_nothing_counts_twice()
    {
        string[] pages = [ScriptedApi.Page("score=60"), ScriptedApi.Page("score=61"), ScriptedApi.Page("score=62&hold=lost")];
        await using OpenPage open = await OpenAsync();
        await open.Page.AddInitScriptAsync(
            """
            window.__ids = [];
            const add = EventSource.prototype.addEventListener;
            EventSource.prototype.addEventListener = function (type, listener) {
              add.call(this, type, (event) => {
                if (type === "outcome") window.__ids.push(event.lastEventId);
                listener(event);
              });
            };
            """);
        await open.Page.ReloadAsync();
        // The first connection ends after one outcome, as if it was cut.
        await open.Page.RouteAsync("**/outcomes", async route =>
        {
            string job = route.Request.Url.Split('/')[^2];
            string outcome = JsonSerializer.Serialize(new { completed = 1, total = 3, result = new { url = pages[0], score = 60, meta = new { title = "" }, error = (string?)null } });
            string state = JsonSerializer.Serialize(new { job_id = job, status = "running", total = 3, completed = 1, is_cancelling = false, paused_until = (string?)null, error = (string?)null });
            await route.FulfillAsync(new() { ContentType = "text/event-stream", Body = $"retry: 100\n\nevent: job\ndata: {state}\n\nevent: outcome\nid: 1\ndata: {outcome}\n\n" });
        }, new() { Times = 1 });
        await open.SubmitAsync(pages);
        await open.WaitForAsync("#counts", "2 of 3 pages");
        scripted.Service.LetGo("lost");

        await open.WaitForAsync("#status", "completed");
        await open.WaitForAsync("#counts", "3 of 3 pages");
        Assert.Equal("1, 2, 3", await open.Page.EvaluateAsync<string>("window.__ids.join(', ')"));
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task What_a_page_says_is_shown_and_never_run(string text)
    {
        await using OpenPage open = await OpenAsync();
        string escaped = Uri.EscapeDataString(text);
        await open.SubmitAsync(ScriptedApi.Page($"score=10&title={escaped}"), ScriptedApi.Page($"status=404&error={escaped}"));
        await open.WaitForAsync("#counts", "2 of 2 pages");

        Assert.Contains(text, await open.Page.Locator("#worst small").AllTextContentsAsync(), StringComparer.Ordinal);
        Assert.Contains(await open.Page.Locator("#worst small").AllTextContentsAsync(), shown => shown != text && shown.Contains(text, StringComparison.Ordinal));
        Assert.Equal(0, await open.Page.Locator("main :is(script, img, svg, iframe, base, meta, style, object)").CountAsync());
        Assert.False(await open.Page.EvaluateAsync<bool>("'__pwned' in window"));
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task The_policy_stops_a_script_that_got_in()
    {
        await using OpenPage open = await OpenAsync();
        await open.Page.EvaluateAsync(
            """
            document.querySelector("main").insertAdjacentHTML("beforeend", "<img src=x onerror='window.__pwned = 1'><p style='color: red'>x</p>");
            const script = document.createElement("script");
            script.textContent = "window.__pwned = 1";
            document.body.append(script);
            """);

        await Eventually.TrueAsync(() => open.Complaints.Any(static complaint => complaint.Contains("policy: script-src-elem", StringComparison.Ordinal)), "the policy was told of");
        Assert.False(await open.Page.EvaluateAsync<bool>("'__pwned' in window"));
    }

    [Fact]
    public async Task What_is_refused_is_told_at_its_field()
    {
        await using OpenPage open = await OpenAsync();
        await open.SubmitAsync("https://a.example/", "not a page");

        await Assertions.Expect(open.Page.Locator("#faults li")).ToHaveTextAsync("urls[1] must be an absolute http or https URL of at most 2083 characters.");
        Assert.Equal("true", await open.Page.Locator("#urls").GetAttributeAsync("aria-invalid"));
        await open.SubmitAsync(ScriptedApi.Page());
        await open.WaitForAsync("#status", "completed");
        Assert.Equal("false", await open.Page.Locator("#urls").GetAttributeAsync("aria-invalid"));
    }

    [Fact]
    public async Task The_keyboard_is_enough()
    {
        await using OpenPage open = await OpenAsync();
        await open.Page.Locator("#urls").FocusAsync();
        await open.Page.Keyboard.TypeAsync(ScriptedApi.Page("hold=keyboard"));
        await PressAsync(open, "Tab", "Tab", "Enter");
        await open.WaitForAsync("#status", "running");
        Assert.Equal("job-title", await open.Page.EvaluateAsync<string>("document.activeElement.id"));
        await PressAsync(open, "Tab");
        Assert.Equal("cancel", await open.Page.EvaluateAsync<string>("document.activeElement.id"));
        await PressAsync(open, "Tab");
        Assert.Equal("worst-title", await open.Page.EvaluateAsync<string>("document.activeElement.getAttribute('aria-labelledby')"));
        scripted.Service.LetGo("keyboard");
        await open.WaitForAsync("#status", "completed");

        await open.Page.Locator("#jobs button").First.FocusAsync();
        await PressAsync(open, "Enter");
        Assert.Equal("job-title", await open.Page.EvaluateAsync<string>("document.activeElement.id"));
    }

    [Fact]
    public async Task An_unknown_job_is_told_of()
    {
        await using OpenPage open = await OpenPage.OpenAsync(chromium, new Uri(scripted.Api.Address, "#4f6c1c0e-3b0d-4a6f-9f0e-6a7c1d2b3e4f"));
        await open.WaitForAsync("#trouble", "This job cannot be shown.");
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 360)]
    [InlineData(ColorScheme.Dark, 360)]
    public async Task Axe_finds_no_fault_and_nothing_is_cut_off(ColorScheme scheme, int width)
    {
        await using OpenPage open = await OpenPage.OpenAsync(chromium, scripted.Api.Address, scheme, width);
        Assert.Empty(await open.FaultsAsync());
        string hold = $"axe-{scheme}-{width}";
        string word = new('x', 300);
        await open.SubmitAsync([ScriptedApi.Page($"score=12&title={word}"), .. Enumerable.Range(4, 16).Select(static score => ScriptedApi.Page($"score={score * 5}&title=Page+{score}")), ScriptedApi.Page("status=404"), ScriptedApi.Page($"hold={hold}")]);
        await open.WaitForAsync("#counts", "18 of 19 pages");
        Assert.Empty(await open.FaultsAsync());
        Assert.Equal(width, await open.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await open.PictureAsync($"page-{scheme}-{width}-running");
        scripted.Service.LetGo(hold);
        await open.WaitForAsync("#status", "completed");
        await open.SubmitAsync("not a page");
        await Assertions.Expect(open.Page.Locator("#faults li")).ToHaveCountAsync(1);

        Assert.Empty(await open.FaultsAsync());
        await open.PictureAsync($"page-{scheme}-{width}-completed");
    }

    [Fact]
    public async Task Light_and_dark_follow_the_reader()
    {
        await using OpenPage open = await OpenAsync();
        const string ground = "getComputedStyle(document.body).backgroundColor";
        string light = await open.Page.EvaluateAsync<string>(ground);
        await open.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });

        Assert.NotEqual(light, await open.Page.EvaluateAsync<string>(ground), StringComparer.Ordinal);
    }

    [Fact]
    public async Task The_reference_of_the_api_opens_without_a_request_to_anywhere_else()
    {
        await using OpenPage open = await OpenPage.OpenAsync(chromium, new Uri(scripted.Api.Address, "docs/"));
        await Assertions.Expect(open.Page.GetByRole(AriaRole.Heading, new() { Name = "Bulk SEO Audit API" }).First).ToBeVisibleAsync(new() { Timeout = 60_000 });

        Assert.All(
            open.Requests.Where(static request => request.StartsWith("http", StringComparison.Ordinal)),
            request => Assert.StartsWith(scripted.Api.Address.AbsoluteUri, request, StringComparison.Ordinal));
        await open.PictureAsync("docs");
    }

    private static async Task PressAsync(OpenPage open, params string[] keys)
    {
        foreach (string key in keys)
        {
            await open.Page.Keyboard.PressAsync(key);
        }
    }

    private Task<OpenPage> OpenAsync() => OpenPage.OpenAsync(chromium, scripted.Api.Address);
}
