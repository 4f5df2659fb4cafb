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
/// A job as it runs, as server-sent events: <c>job</c> (how it stands) at the beginning and at its end, and between them an
/// <c>outcome</c> for each page. The id of an outcome is how many there were, so a reader that was cut off goes on behind it.
/// </summary>
internal static class OutcomeStream
{
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
        yield return StateOf(job);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping, cancellationToken);
        await using IAsyncEnumerator<PageAuditOutcome> outcomes = job.StreamOutcomesAsync(seen, either.Token).GetAsyncEnumerator(either.Token);
        while (await HasNextAsync(outcomes, lifetime) is { } hasNext)
        {
            if (!hasNext)
            {
                await job.UpdateStatusAsync(cancellationToken);
                yield return StateOf(job);
                yield break;
            }

            seen++;
            var result = new OutcomeEvent(seen, job.State.Total, GuideResults.ToResult(outcomes.Current, time.GetUtcNow()));
            yield return new SseItem<object>(result, "outcome") { EventId = seen.ToString(CultureInfo.InvariantCulture) };
        }
    }

    /// <summary>Null when the app stops: the stream ends in good order, and its reader goes on at another instance or the next start.</summary>
    private static async Task<bool?> HasNextAsync(IAsyncEnumerator<PageAuditOutcome> outcomes, IHostApplicationLifetime lifetime)
    {
        try
        {
            return await outcomes.MoveNextAsync();
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return null;
        }
    }

    private static SseItem<object> StateOf(BulkAuditJob job) => new(JobViews.ToSummary(job), "job");
}
