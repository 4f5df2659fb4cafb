using System.Diagnostics;
using System.Text.Json;
using SeoAudit.Emulator.Tests.Support;

namespace SeoAudit.Emulator.Tests.Faults;

public sealed class FaultTests
{
    private const string Health = "/seopeek/api/health";
    private const string Scans = "/seogent/api/scans";
    private const string Urls = """{"urls":["https://example.com/"]}""";

    private static EmulatorFault OnHealth { get; } = EmulatorFault.On(EmulatedService.SeoPeek, "GET", "/api/health");

    [Fact]
    public async Task Answers_with_a_chosen_status()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        test.Emulator.Faults.Add(OnHealth.With(FaultAction.Status(
            503, "<html>", "text/html", new Dictionary<string, string>(StringComparer.Ordinal) { ["Retry-After"] = "7" })));

        Answer answer = await test.GetAsync(Health);

        Assert.Equal(503, answer.Status);
        Assert.Equal("text/html", answer.ContentType);
        Assert.Equal("<html>"u8.ToArray(), answer.Body);
        Assert.Equal(TimeSpan.FromSeconds(7), answer.Headers.RetryAfter!.Delta);
        LedgerRequest entry = Assert.Single(test.Emulator.Ledger.Requests);
        Assert.Equal(503, entry.StatusCode);
        Assert.NotNull(entry.Fault);
    }

    [Fact]
    public async Task Acts_on_the_requests_it_names_only()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        test.Emulator.Faults.Add(OnHealth.Starting(2).Times(2).With(FaultAction.Status(500)));

        var statuses = new List<int>();
        for (int i = 0; i < 5; i++)
            statuses.Add((await test.GetAsync(Health)).Status);

        Assert.Equal([200, 500, 500, 200, 200], statuses);
        Assert.Equal(401, (await test.GetAsync(Scans)).Status);
    }

    [Fact]
    public async Task Can_be_removed_and_cleared_while_it_runs()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        EmulatorFault first = OnHealth.With(FaultAction.Status(500));
        EmulatorFault second = OnHealth.With(FaultAction.Status(502));
        test.Emulator.Faults.Add(first);
        test.Emulator.Faults.Add(second);

        Assert.Equal([first, second], test.Emulator.Faults);
        Assert.Equal(500, (await test.GetAsync(Health)).Status);
        Assert.True(test.Emulator.Faults.Remove(first));
        Assert.False(test.Emulator.Faults.Remove(first));
        Assert.Equal(502, (await test.GetAsync(Health)).Status);
        test.Emulator.Faults.Clear();
        Assert.Equal(200, (await test.GetAsync(Health)).Status);
    }

    [Fact]
    public async Task The_same_seed_makes_the_same_choices()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        var runs = new List<string>();
        for (int run = 0; run < 2; run++)
        {
            test.Emulator.Faults.Clear();
            test.Emulator.Faults.Add(OnHealth.WithProbability(0.5, seed: 42).With(FaultAction.Status(500)));
            var statuses = new List<int>();
            for (int i = 0; i < 40; i++)
                statuses.Add((await test.GetAsync(Health)).Status);
            runs.Add(string.Join(' ', statuses));
        }

        Assert.Equal(runs[0], runs[1]);
        Assert.Contains("500", runs[0], StringComparison.Ordinal);
        Assert.Contains("200", runs[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resets_before_the_headers_without_doing_the_work()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        test.Emulator.Faults.Add(EmulatorFault.On(EmulatedService.Seogent, "POST", "/api/scans").With(FaultAction.ResetConnection()));

        await Assert.ThrowsAsync<HttpRequestException>(() => test.PostAsync(Scans, Urls, TestEmulator.SeogentToken));

        Assert.Empty(test.Emulator.Ledger.Creations);
        Assert.Null(Assert.Single(test.Emulator.Ledger.Requests).StatusCode);
    }

    [Fact]
    public async Task Loses_the_answer_of_work_that_was_accepted()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        test.Emulator.Faults.Add(EmulatorFault.On(EmulatedService.Seogent, "POST", "/api/scans")
            .AfterHandling().With(FaultAction.ResetConnection()));

        await Assert.ThrowsAsync<HttpRequestException>(() => test.PostAsync(Scans, Urls, TestEmulator.SeogentToken));

        LedgerCreation creation = Assert.Single(test.Emulator.Ledger.Creations);
        Answer list = await test.GetAsync(Scans, TestEmulator.SeogentToken);
        Assert.Equal(creation.Id, list["data"][0].GetProperty("scan_id").GetString());
    }

    [Fact]
    public async Task Replaces_the_answer_of_work_that_was_accepted()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        test.Emulator.Faults.Add(EmulatorFault.On(EmulatedService.Seogent, "POST", "/api/scans")
            .AfterHandling().With(FaultAction.Status(504)));

        Assert.Equal(504, (await test.PostAsync(Scans, Urls, TestEmulator.SeogentToken)).Status);
        Assert.Single(test.Emulator.Ledger.Creations);
    }

    [Fact]
    public async Task Resets_in_the_middle_of_the_body()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        test.Emulator.Faults.Add(OnHealth.With(FaultAction.ResetMidBody(10)));

        using HttpResponseMessage response =
            await test.Http.GetAsync(new Uri(Health.TrimStart('/'), UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal(200, (int)response.StatusCode);
        Assert.True(response.Content.Headers.ContentLength > 10);
        await Assert.ThrowsAnyAsync<Exception>(() => response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Cuts_the_body_under_an_honest_length()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        test.Emulator.Faults.Add(OnHealth.With(FaultAction.TruncateBody(12)));

        using HttpResponseMessage response = await test.Http.GetAsync(new Uri(Health.TrimStart('/'), UriKind.Relative));

        Assert.Equal(12, response.Content.Headers.ContentLength);
        byte[] body = await response.Content.ReadAsByteArrayAsync();
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(body));
    }

    [Fact]
    public async Task Claims_another_content_type()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        test.Emulator.Faults.Add(OnHealth.With(FaultAction.ContentType("text/plain")));

        Answer answer = await test.GetAsync(Health);

        Assert.Equal("text/plain", answer.ContentType);
        Assert.Equal("ok", JsonDocument.Parse(answer.Body).RootElement.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Garbles_json()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        test.Emulator.Faults.Add(OnHealth.With(FaultAction.MalformedJson()));

        using HttpResponseMessage response = await test.Http.GetAsync(new Uri(Health.TrimStart('/'), UriKind.Relative));

        byte[] body = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(body));
    }

    [Fact]
    public async Task Waits_on_the_emulators_clock()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        test.Emulator.Faults.Add(OnHealth.After(TimeSpan.FromMinutes(5)));

        Task<Answer> pending = test.GetAsync(Health);
        await test.UntilWaitedForAsync();
        Assert.False(pending.IsCompleted);
        await test.AdvanceUntilAsync(() => Task.FromResult(pending.IsCompleted), TimeSpan.FromMinutes(1));

        Assert.Equal(200, (await pending).Status);
    }

    [Fact]
    public async Task Drips_the_body()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        test.Emulator.Faults.Add(OnHealth.With(FaultAction.SlowDrip(16, TimeSpan.FromSeconds(1))));

        Task<Answer> pending = test.GetAsync(Health);
        await test.UntilWaitedForAsync();
        Assert.False(pending.IsCompleted);
        await test.AdvanceUntilAsync(() => Task.FromResult(pending.IsCompleted), TimeSpan.FromSeconds(1));

        Assert.Equal("ok", (await pending).Text("status"));
        Assert.True(test.Clock.GetUtcNow() - TestEmulator.Start >= TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_client_that_gives_up_during_a_wait_leaves_the_work_undone()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        test.Emulator.Faults.Add(EmulatorFault.On(EmulatedService.Seogent).After(TimeSpan.FromHours(1)));
        using var givesUp = new CancellationTokenSource();
        using var content = new StringContent(Urls);

        Task<HttpResponseMessage> pending =
            test.Http.PostAsync(new Uri(Scans.TrimStart('/'), UriKind.Relative), content, givesUp.Token);
        await test.UntilWaitedForAsync();
        await givesUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);

        await TestEmulator.UntilAsync(() => test.Emulator.Ledger.Requests.Count == 1);
        Assert.Null(test.Emulator.Ledger.Requests[0].StatusCode);
        Assert.Empty(test.Emulator.Ledger.Creations);
    }

    [Fact]
    public async Task A_wait_does_not_hold_up_the_stop()
    {
        TestEmulator test = await TestEmulator.StartAsync();
        test.Emulator.Faults.Add(OnHealth.After(TimeSpan.FromHours(1)));
        Task<Answer> pending = test.GetAsync(Health);
        await test.UntilWaitedForAsync();

        long start = Stopwatch.GetTimestamp();
        await test.Emulator.DisposeAsync();

        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(20));
        await Assert.ThrowsAnyAsync<Exception>(() => pending);
        await test.DisposeAsync();
    }

    [Theory]
    [InlineData("/api/scans", "/api/scans", true)]
    [InlineData("/API/Scans", "/api/scans", true)]
    [InlineData("/api/scans", "/api/scans/1", false)]
    [InlineData("/api/scans/*", "/api/scans/1", true)]
    [InlineData("/api/scans/*", "/api/scans/1/results", false)]
    [InlineData("/api/scans/*/results", "/api/scans/1/results", true)]
    [InlineData("/api/scans**", "/api/scans/1/results", true)]
    [InlineData("**/results", "/api/scans/1/results", true)]
    [InlineData("*", "/api", false)]
    [InlineData("", "/api", false)]
    public void Paths_match_patterns(string pattern, string path, bool matches) =>
        Assert.Equal(matches, SeoAudit.Emulator.Faults.PathPattern.Matches(pattern, path));

    [Fact]
    public async Task Refuses_rules_that_make_no_sense()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        EmulatorFaultCollection faults = test.Emulator.Faults;

        Assert.Throws<ArgumentOutOfRangeException>(() => faults.Add(OnHealth.Starting(0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => faults.Add(OnHealth.Times(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => faults.Add(OnHealth.WithProbability(1.5)));
        Assert.Throws<ArgumentOutOfRangeException>(() => faults.Add(OnHealth.After(TimeSpan.FromSeconds(-1))));
        Assert.Throws<ArgumentOutOfRangeException>(() => FaultAction.Status(99));
        Assert.Throws<ArgumentOutOfRangeException>(() => FaultAction.SlowDrip(0, TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => FaultAction.ResetMidBody(-1));
        Assert.Empty(faults);
    }
}
