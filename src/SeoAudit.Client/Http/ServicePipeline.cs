using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;
using SeoAudit.Client.Diagnostics;

namespace SeoAudit.Client.Http;

/// <summary>The one resilience pipeline of a service: retries of reads within the call's time, circuit breaker, attempt time-out.</summary>
internal static class ServicePipeline
{
    public const string Name = "SeoAudit";

    public static void Configure(
        ResiliencePipelineBuilder<HttpResponseMessage> pipeline, ServiceProfile profile, ClientTelemetry telemetry, TimeProvider time)
    {
        pipeline.TimeProvider = time;
        pipeline.TelemetryListener = pipeline.TelemetryListener is { } listener ? new NotableEvents(listener) : null;
        pipeline
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                // How often is decided per call, from settings that may change while the pipeline lives.
                MaxRetryAttempts = int.MaxValue,
                ShouldHandle = static args => new(MayRetry(args.Outcome) && RetryPolicy.ShouldRetry(args.Outcome, args.AttemptNumber, Call(args.Context))),
                DelayGenerator = static args => new(Call(args.Context).NextDelay),
                OnRetry = args =>
                {
                    telemetry.RetryComes(Call(args.Context), args.Outcome.Exception, args.RetryDelay);
                    return default;
                },
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
            {
                // Opens for a service that is down, never for pages that it could not audit.
                ShouldHandle = static args => new(IsOutage(args.Outcome)),
                FailureRatio = 0.9,
                MinimumThroughput = 20,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = TimeSpan.FromSeconds(10),
                OnOpened = args =>
                {
                    Log.CircuitOpened(telemetry.Logger, profile.LogName, args.BreakDuration);
                    return default;
                },
                OnClosed = _ =>
                {
                    Log.CircuitClosed(telemetry.Logger, profile.LogName);
                    return default;
                },
            })
            .AddTimeout(new TimeoutStrategyOptions { TimeoutGenerator = static args => new(Call(args.Context).AttemptAllowance) });
    }

    // Spares a success the search for its call.
    private static bool MayRetry(Outcome<HttpResponseMessage> outcome) => outcome.Result is not { IsSuccessStatusCode: true };

    private static bool IsOutage(Outcome<HttpResponseMessage> outcome) =>
        outcome.Exception is { } exception
            ? exception is HttpRequestException or OperationCanceledException && TransportFailure.IsTransient(exception)
            : (int?)outcome.Result?.StatusCode is 502 or 503;

    private static ServiceCall Call(ResilienceContext context) =>
        ServiceCall.Of(context.GetRequestMessage() ?? throw new InvalidOperationException("No request in the pipeline."));
}
