using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Seogent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Complaints;

/// <summary>Complaints of what becomes of an answer: lost, unreadable, or told in the wrong words.</summary>
public sealed class AnswerComplaintTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    [Trait(ComplaintListTests.Thread, "reactiveui/refit#2098")]
    public async Task The_body_that_could_not_be_read_is_on_the_exception()
    {
        const string Body = """{"balance":"much"}""";
        await using var server = new RawServer(static async (_, socket) => await socket.SendAsync(Encoding.UTF8.GetBytes(
            $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n{Body}")));
        ISeoAuditClient client = TestClient.Create(server.Address);

        var exception = await Assert.ThrowsAsync<SeoAuditResponseException>(() => client.Seogent.GetCreditsAsync(Stop));

        Assert.Equal((Body, HttpStatusCode.OK), (exception.ResponseBody, exception.StatusCode));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait(ComplaintListTests.Thread, "App-vNext/Polly#3086")]
    public async Task A_time_out_and_a_caller_who_gives_up_are_told_apart(bool givesUp)
    {
        var time = new FakeTimeProvider();
        using var handler = new ScriptedHandler(static async (_, stop) =>
        {
            await Task.Delay(Timeout.Infinite, stop);
            throw new InvalidOperationException();
        });
        ISeogentClient client = TestClient.Create(handler, time, static options => options.Seogent.MaxRetries = 0).Seogent;
        using CancellationTokenSource source = givesUp ? new(TimeSpan.FromSeconds(20), time) : new();

        Task call = Task.Run(() => client.GetCreditsAsync(source.Token), Stop);
        await time.AdvanceUntilAsync(call, TimeSpan.FromSeconds(0.1), steps: 400);
        Exception? exception = await Record.ExceptionAsync(() => call);

        if (givesUp)
        {
            Assert.Equal(source.Token, Assert.IsAssignableFrom<OperationCanceledException>(exception).CancellationToken);
        }
        else
        {
            Assert.Equal(TimeoutKind.Attempt, Assert.IsType<SeoAuditTimeoutException>(exception).Kind);
        }
    }

    [Theory]
    [InlineData(404)]
    [InlineData(429)]
    [InlineData(500)]
    [Trait(ComplaintListTests.Thread, "Azure/azure-sdk-for-net#10922")]
    public async Task What_the_service_said_is_on_the_exception(int status)
    {
        using var handler = new ScriptedHandler(_ =>
        {
            HttpResponseMessage response = ScriptedHandler.Json("""{"message":"Not now."}""", (HttpStatusCode)status);
            response.Headers.TryAddWithoutValidation("X-Request-Id", "r-1");
            response.Headers.TryAddWithoutValidation("X-RateLimit-Limit", "60");
            response.Headers.TryAddWithoutValidation("X-RateLimit-Remaining", "7");
            response.Headers.TryAddWithoutValidation("Retry-After", "86400");
            return response;
        });

        var exception = await Assert.ThrowsAnyAsync<SeoAuditException>(() => TestClient.Create(handler).Seogent.GetCreditsAsync(Stop));

        Assert.Equal((status, "r-1", "Not now."), ((int?)exception.StatusCode, exception.RequestId, exception.ServiceMessage));
        Assert.Equal((60, 7, TimeSpan.FromDays(1)), (exception.RateLimit?.Limit, exception.RateLimit?.Remaining, exception.RateLimit?.RetryAfter));
    }

    [Fact]
    [Trait(ComplaintListTests.Thread, "octokit/octokit.net#2466")]
    public async Task A_second_limit_has_the_same_type_whether_the_service_or_the_client_refuses()
    {
        using var handler = new ScriptedHandler(static request =>
        {
            HttpResponseMessage response = ScriptedHandler.Json("{}", HttpStatusCode.TooManyRequests);
            response.Headers.TryAddWithoutValidation("Retry-After", "86400");
            return request.RequestUri!.Query.Contains("refused", StringComparison.Ordinal) ? response : Answers.For(request);
        });
        ISeoAuditClient client = TestClient.Create(handler, new FakeTimeProvider(), static options =>
            (options.SeoPeek.DailyQuota, options.SeoPeek.MaxPacingWait) = (2, TimeSpan.Zero));

        var ofService = await Assert.ThrowsAsync<SeoAuditRateLimitException>(() => client.SeoPeek.AuditAsync(new Uri("https://example.com/refused"), Stop));
        await client.SeoPeek.AuditAsync(new Uri("https://example.com/"), Stop);
        var ofClient = await Assert.ThrowsAsync<SeoAuditRateLimitException>(() => client.SeoPeek.AuditAsync(new Uri("https://example.com/"), Stop));

        Assert.Equal((HttpStatusCode.TooManyRequests, null), (ofService.StatusCode, ofClient.StatusCode));
        Assert.NotNull(ofService.RetryAt);
        Assert.NotNull(ofClient.RetryAt);
        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    [Trait(ComplaintListTests.Thread, "fingerprintjs/dotnet-sdk#178")]
    public async Task A_value_that_the_service_adds_later_is_carried_and_waited_through()
    {
        using var service = new ScriptedSeogent(static number => ScriptedSeogent.State(number < 3 ? "thinking_it_over" : "completed"));
        ScanOperation scan = service.Client.GetScan("s");

        AuditProgress progress = await scan.UpdateStatusAsync(Stop);
        ScanReport report = await service.WaitAsync(scan);

        Assert.Equal(("thinking_it_over", false), (progress.Status, progress.IsFinal));
        Assert.Equal(74, report.AverageScore);
    }
}
