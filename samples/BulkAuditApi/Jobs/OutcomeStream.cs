using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using BulkAuditApi.Audits;
using BulkAuditApi.Contract;
using BulkAuditApi.Validation;
using Microsoft.AspNetCore.Mvc;
using SeoAudit.Client;

namespace BulkAuditApi.Jobs;

/// <summary>
/// A job as it runs, as server-sent events: <c>job</c> (how it stands) at the beginning and whenever nothing has come for a while, an
/// <c>outcome</c> for each page, and <c>end</c> (how it ended) behind the last. The id of an outcome is how many there were, so a
/// reader that was cut off goes on behind it.
/// </summary>
internal static class OutcomeStream
{
    // Proxies take a connection that is silent for long for dead.
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(5);

    public static void MapOutcomes(this IEndpointRouteBuilder routes) => routes.MapGet("/jobs/{job_id:guid}/outcomes", StreamAsync)
        .WithName("stream_outcomes")
        .WithSummary("The outcomes of a job as they come (server-sent events; resumable with Last-Event-ID).")
        .Produces<OutcomeEvent>(StatusCodes.Status200OK, "text/event-stream")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> StreamAsync(
        [FromRoute(Name = "job_id")] Guid jobId,
        [FromHeader(Name = "Last-Event-ID")] string? lastEventId,
        IBulkAuditJobs jobs,
        IHostApplicationLifetime lifetime,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var seen = 0;
        if (!string.IsNullOrEmpty(lastEventId) && !int.TryParse(lastEventId, NumberStyles.None, CultureInfo.InvariantCulture, out seen))
        {
            return ValidBody.Refuse("Last-Event-ID", "must be the id of an earlier event: a whole number from 0.");
        }

        return await jobs.FindAsync(jobId, cancellationToken) is { } job
            ? TypedResults.ServerSentEvents(EventsAsync(job, seen, lifetime, time, cancellationToken))
            : JobEndpoints.NotFound();
    }

    private static async IAsyncEnumerable<SseItem<object>> EventsAsync(
        BulkAuditJob job, int seen, IHostApplicationLifetime lifetime, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return StateOf(job, "job");
        using var either = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping, cancellationToken);
        await using IAsyncEnumerator<PageAuditOutcome> outcomes = job.StreamOutcomesAsync(seen, either.Token).GetAsyncEnumerator(either.Token);
        Task<bool> next = outcomes.MoveNextAsync().AsTask();
        try
        {
            while (true)
            {
                await Task.WhenAny(next, Task.Delay(Heartbeat, time, either.Token));

                // The stream ends in good order, and its reader goes on at another instance or the next start.
                if (lifetime.ApplicationStopping.IsCancellationRequested)
                {
                    yield break;
                }

                bool hasCome = next.IsCompleted;
                bool isOver = hasCome && !await next;
                if (isOver || !hasCome || job.Status == BulkAuditJobStatus.Pending)
                {
                    await job.UpdateStatusAsync(cancellationToken);
                    yield return StateOf(job, isOver ? "end" : "job");
                }

                if (isOver)
                {
                    yield break;
                }

                if (hasCome)
                {
                    seen++;
                    yield return OutcomeOf(job, seen, outcomes.Current, time);
                    next = outcomes.MoveNextAsync().AsTask();
                }
            }
        }
        finally
        {
            // Nothing may be under way when the outcomes are let go.
            await either.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static SseItem<object> OutcomeOf(BulkAuditJob job, int seen, PageAuditOutcome outcome, TimeProvider time) =>
        new(new OutcomeEvent(seen, job.State.Total, GuideResults.ToResult(outcome, time.GetUtcNow())), "outcome")
        {
            EventId = seen.ToString(CultureInfo.InvariantCulture),
        };

    private static SseItem<object> StateOf(BulkAuditJob job, string type) => new(JobViews.ToSummary(job), type);
}
