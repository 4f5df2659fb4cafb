using System.Net;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using SeoAudit.Client.Diagnostics;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Diagnostics;

public sealed class CallMetricTests
{
    private static readonly Dictionary<string, Func<HttpResponseMessage>> Failures = new(StringComparer.Ordinal)
    {
        ["429"] = static () => ScriptedHandler.Json("{}", HttpStatusCode.TooManyRequests),
        ["408"] = static () => ScriptedHandler.Json("{}", HttpStatusCode.RequestTimeout),
        ["503"] = static () => ScriptedHandler.Json("{}", HttpStatusCode.ServiceUnavailable),
        ["refused"] = static () => throw new HttpRequestException(HttpRequestError.ConnectionError),
        ["reset"] = static () => throw new HttpRequestException(HttpRequestError.Unknown, "reset", new IOException("reset")),
        ["no connection in time"] = static () => throw new TaskCanceledException("not connected", new TimeoutException()),
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("429", RetryReason.RateLimited)]
    [InlineData("408", RetryReason.Timeout)]
    [InlineData("503", RetryReason.ServerError)]
    [InlineData("refused", RetryReason.Connection)]
    [InlineData("reset", RetryReason.Connection)]
    [InlineData("no connection in time", RetryReason.Connection)]
    public async Task Retries_are_counted_by_why(string failure, string reason)
    {
        var sent = 0;
        await using var app = new TelemetryApp(request => ++sent <= 2 ? Failures[failure]() : Answers.For(request));
        using MetricCollector<long> retries = app.Counter(Instruments.Retries);
        using MetricCollector<long> attempts = app.Counter(Instruments.Attempts);

        await app.RunAsync(() => app.Client.Seogent.GetCreditsAsync(Stop));

        Assert.Equal([$"GetCredits {reason} Seogent: 2"], retries.InWords(), StringComparer.Ordinal);
        Assert.Equal(3, attempts.GetMeasurementSnapshot().Sum(static measurement => measurement.Value));
    }

    [Fact]
    public async Task An_attempt_that_takes_too_long_is_retried_as_that()
    {
        var sent = 0;
        await using var app = new TelemetryApp(
            async (request, stop) =>
            {
                if (++sent == 1)
                {
                    await Task.Delay(Timeout.Infinite, stop);
                }

                return Answers.For(request);
            },
            static options => options.Seogent.TotalTimeout = TimeSpan.FromHours(1));
        using MetricCollector<long> retries = app.Counter(Instruments.Retries);

        await app.RunAsync(() => app.Client.Seogent.GetCreditsAsync(Stop));

        Assert.Equal(["GetCredits timeout Seogent: 1"], retries.InWords(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Calls_and_attempts_are_measured_by_how_they_ended()
    {
        var sent = 0;
        await using TelemetryApp app = Slow(request => ++sent == 1 ? ScriptedHandler.Json("{}", HttpStatusCode.BadGateway) : Answers.For(request));
        using MetricCollector<double> calls = app.Duration(Instruments.OperationDuration);
        using MetricCollector<double> attempts = app.Duration(Instruments.AttemptDuration);

        await app.RunAsync(() => app.Client.Seogent.GetCreditsAsync(Stop));

        IReadOnlyList<CollectedMeasurement<double>> sentAttempts = attempts.GetMeasurementSnapshot();
        Assert.Equal([502, 200], sentAttempts.Select(static attempt => attempt.Tags[TelemetryTag.StatusCode]));
        Assert.Equal(["502", null], sentAttempts.Select(static attempt => attempt.Tags.GetValueOrDefault(TelemetryTag.ErrorType)));
        Assert.All(sentAttempts, static attempt => Assert.InRange(attempt.Value, 2, double.MaxValue));
        // Two attempts and what lies between them.
        CollectedMeasurement<double> call = Assert.Single(calls.GetMeasurementSnapshot());
        Assert.InRange(call.Value, sentAttempts.Sum(static attempt => attempt.Value) + 0.4, double.MaxValue);
        Assert.False(call.Tags.ContainsKey(TelemetryTag.ErrorType));
    }

    [Fact]
    public async Task What_fails_for_want_of_a_key_is_a_call_without_an_attempt()
    {
        await using var app = new TelemetryApp(Answers.For, static options => options.Seogent.ApiToken = null);
        using MetricCollector<double> calls = app.Duration(Instruments.OperationDuration);
        using MetricCollector<long> attempts = app.Counter(Instruments.Attempts);

        await Assert.ThrowsAsync<SeoAuditAuthenticationException>(() => app.Client.Seogent.GetCreditsAsync(Stop));

        Assert.Equal(["SeoAuditAuthenticationException GetCredits Seogent: 0"], calls.InWords(), StringComparer.Ordinal);
        Assert.Empty(attempts.GetMeasurementSnapshot());
    }

    [Fact]
    public async Task What_one_container_does_is_not_measured_in_another()
    {
        await using var one = new TelemetryApp(Answers.For);
        await using var other = new TelemetryApp(Answers.For);
        using MetricCollector<long> here = one.Counter(Instruments.Attempts);
        using MetricCollector<long> there = other.Counter(Instruments.Attempts);

        await one.Client.Seogent.GetCreditsAsync(Stop);

        Assert.Equal(["200 GetCredits Seogent: 1"], here.InWords(), StringComparer.Ordinal);
        Assert.Empty(there.InWords());
    }

    /// <summary>A service that takes two seconds for each answer.</summary>
    private static TelemetryApp Slow(Func<HttpRequestMessage, HttpResponseMessage> answer)
    {
        TelemetryApp app = null!;
        return app = new TelemetryApp(async (request, stop) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(2), app.Time, stop);
            return answer(request);
        });
    }
}
