using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.AspNetCore.Tests.Support;
using SeoAudit.Client.Seogent;
using SeoAudit.Emulator;
using SeoAudit.Emulator.Tests.Support;

namespace SeoAudit.Client.AspNetCore.Tests.Webhooks;

/// <summary>What others than SEOgent post, and SEOgent at its worst.</summary>
public sealed class RefusalTests
{
    private const string Unknown = "11111111-2222-3333-4444-555555555555";

    [Theory]
    [InlineData("")]
    [InlineData("?secret=")]
    [InlineData("?secret=wrong")]
    [InlineData("?secret=0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("?secret={0}0")]
    [InlineData("?secret={0}&secret={0}")]
    [InlineData("?other={0}")]
    public async Task A_wrong_secret_is_refused_before_anything_else_is_looked_at(string query)
    {
        await using WebhookApp app = await WebhookApp.StartAsync();
        string id = await app.CompletedScanAsync();

        using HttpResponseMessage refused = await app.PostAsync($$"""{"scan_id":"{{id}}"}""", string.Format(null, query, WebhookApp.Secret), "text/plain");

        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.Empty(app.Lookups);
        Assert.Equal(0, app.Calls);
    }

    [Fact]
    public async Task A_scan_that_the_account_does_not_have_is_answered_like_a_wrong_secret()
    {
        await using WebhookApp app = await WebhookApp.StartAsync();

        using HttpResponseMessage forged = await app.PostIdAsync(Unknown);
        using HttpResponseMessage wrong = await app.PostIdAsync(Unknown, "?secret=wrong");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (forged.StatusCode, wrong.StatusCode));
        Assert.Equal(await TextAsync(wrong), await TextAsync(forged));
        Assert.Equal(0, app.Calls);
        Assert.Equal($"/seogent/api/scans/{Unknown}", Assert.Single(app.Lookups).Path);
    }

    [Fact]
    public async Task What_is_posted_of_a_scan_is_never_believed()
    {
        await using WebhookApp app = await WebhookApp.StartAsync();
        string id = await app.CompletedScanAsync();

        using HttpResponseMessage answer = await app.PostAsync(
            $$$"""{"scan_id":"{{{id}}}","status":"completed","domain":"evil.example","average_score":100,"results":{"data":[{"url":"https://evil.example/","score":100}]}}""");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        ScanReport report = (await app.HandledAsync()).Report;
        Assert.NotEqual(100, report.AverageScore);
        Assert.DoesNotContain("evil", report.Domain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scan_that_was_handled_is_the_same_in_other_letters()
    {
        await using WebhookApp app = await WebhookApp.StartAsync();
        string id = await app.CompletedScanAsync();

        (await app.PostIdAsync(id)).Dispose();
        using HttpResponseMessage again = await app.PostIdAsync(id.ToUpperInvariant());

        Assert.Equal((HttpStatusCode.OK, 1), (again.StatusCode, app.Calls));
    }

    [Fact]
    public async Task Forged_ids_make_no_more_calls_than_are_allowed_in_a_minute()
    {
        await using WebhookApp app = await WebhookApp.StartAsync(configure: static options => options.LookupsPerMinute = 3);

        var answers = new List<HttpResponseMessage>();
        for (var number = 0; number < 8; number++)
        {
            answers.Add(await app.PostIdAsync($"forged-{number}"));
        }

        Assert.Equal([404, 404, 404, 429, 429, 429, 429, 429], answers.Select(static answer => (int)answer.StatusCode));
        Assert.All(answers[3..], static answer => Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60)));
        Assert.Equal(3, app.Lookups.Count);
        answers.ForEach(static answer => answer.Dispose());
    }

    [Fact]
    public async Task A_scan_that_goes_on_is_to_be_sent_again()
    {
        var clock = new FakeTimeProvider();
        await using WebhookApp app = await WebhookApp.StartAsync(options =>
        {
            options.TimeProvider = clock;
            options.Seogent.PendingDuration = TimeSpan.FromHours(1);
        });
        ScanOperation scan = await app.StartScanAsync(withWebhook: false);

        using HttpResponseMessage answer = await app.PostIdAsync(scan.Id);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(5), 0), (answer.StatusCode, answer.Headers.RetryAfter?.Delta, app.Calls));
    }

    [Fact]
    public async Task A_scan_that_did_not_end_well_is_accepted_and_not_handled()
    {
        await using WebhookApp app = await WebhookApp.StartAsync(static options => options.Seogent.PendingDuration = TimeSpan.FromHours(1));
        ScanOperation scan = await app.StartScanAsync(withWebhook: false);
        await scan.CancelAsync(TestContext.Current.CancellationToken);

        using HttpResponseMessage answer = await app.PostIdAsync(scan.Id);

        Assert.Equal((HttpStatusCode.OK, 0), (answer.StatusCode, app.Calls));
    }

    [Fact]
    public async Task When_the_service_cannot_be_asked_the_webhook_is_to_be_sent_again()
    {
        await using WebhookApp app = await WebhookApp.StartAsync();
        string id = await app.CompletedScanAsync();
        app.Emulator.Faults.Add(EmulatorFault.On(EmulatedService.Seogent).Times(1).With(FaultAction.Status(403)));

        using HttpResponseMessage first = await app.PostIdAsync(id);
        using HttpResponseMessage second = await app.PostIdAsync(id);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK, 1), (first.StatusCode, second.StatusCode, app.Calls));
        Assert.NotNull(first.Headers.RetryAfter);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    public async Task Content_that_is_not_JSON_by_its_type_is_not_read(string? contentType)
    {
        await using WebhookApp app = await WebhookApp.StartAsync();

        using HttpResponseMessage refused = await app.PostAsync("""{"scan_id":"a"}""", contentType: contentType);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, refused.StatusCode);
        Assert.Empty(app.Lookups);
    }

    [Fact]
    public async Task Packed_content_is_not_read()
    {
        await using WebhookApp app = await WebhookApp.StartAsync();
        using var content = new ByteArrayContent([31, 139, 8, 0]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        content.Headers.ContentEncoding.Add("gzip");

        using HttpResponseMessage refused = await app.PostAsync(content);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, refused.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"scan_id":"../credits"}""")]
    public async Task Content_that_is_no_webhook_is_refused_with_a_problem_document(string body)
    {
        await using WebhookApp app = await WebhookApp.StartAsync();

        using HttpResponseMessage refused = await app.PostAsync(body);

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (refused.StatusCode, refused.Content.Headers.ContentType?.MediaType));
        JsonElement problem = JsonDocument.Parse(await TextAsync(refused)).RootElement;
        Assert.Equal((400, "The content is not the results of a scan."), (problem.GetProperty("status").GetInt32(), problem.GetProperty("title").GetString()));
        Assert.Empty(app.Lookups);
    }

    [Fact]
    public async Task Webhooks_are_posted()
    {
        await using WebhookApp app = await WebhookApp.StartAsync();

        using HttpResponseMessage refused = await app.SendAsync(HttpMethod.Get, content: null, query: null, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, refused.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_that_is_too_long_is_refused_whether_it_says_so_or_not(bool saysSo)
    {
        await using WebhookApp app = await WebhookApp.StartAsync(configure: static options => options.MaxBodyBytes = 200_000);

        string answer = await new RawPost(app).SendAsync(saysSo, new ResultsBody(201_000), TestContext.Current.CancellationToken);

        Assert.StartsWith("HTTP/1.1 413 ", answer, StringComparison.Ordinal);
        Assert.Contains("Connection: close", answer, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(app.Lookups);
    }

    [Fact]
    public async Task A_body_that_does_not_arrive_in_time_is_not_waited_for()
    {
        var timeout = TimeSpan.FromSeconds(20);
        var clock = new WatchedClock(new DateTimeOffset(2026, 3, 12, 12, 0, 0, TimeSpan.Zero));
        await using WebhookApp app = await WebhookApp.StartAsync(
            configure: options => options.BodyTimeout = timeout,
            build: (builder, _) => builder.Services.AddSingleton<TimeProvider>(clock));
        await using var post = new RawPost(app);
        await post.BeginAsync(chunked: true, "8\r\n{\"scan_i\r\n");

        Task<string> answer = post.AnswerAsync(TestContext.Current.CancellationToken);
        await WebhookApp.UntilAsync(() => clock.WaitingFor(timeout) == 1);
        clock.Advance(timeout);

        Assert.StartsWith("HTTP/1.1 408 ", await answer, StringComparison.Ordinal);
        Assert.Empty(app.Lookups);
    }

    [Fact]
    public async Task A_caller_that_goes_away_cancels_the_handler_and_the_next_delivery_is_handled()
    {
        await using WebhookApp app = await WebhookApp.StartAsync();
        string id = await app.CompletedScanAsync();
        using var gone = new CancellationTokenSource();
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        app.Handler = async (_, stop) =>
        {
            if (app.Calls > 1)
            {
                return;
            }

            await gone.CancelAsync();
            try
            {
                await Task.Delay(Timeout.Infinite, stop);
            }
            finally
            {
                cancelled.SetResult();
            }
        };
        using var content = new StringContent($$"""{"scan_id":"{{id}}"}""", Encoding.UTF8, "application/json");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => app.PostAsync(content, cancellationToken: gone.Token));
        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        HttpStatusCode answer = default;
        while (answer is default(HttpStatusCode) or HttpStatusCode.ServiceUnavailable)
        {
            using HttpResponseMessage again = await app.PostIdAsync(id);
            answer = again.StatusCode;
        }

        Assert.Equal((HttpStatusCode.OK, 2), (answer, app.Calls));
    }

    private static Task<string> TextAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
