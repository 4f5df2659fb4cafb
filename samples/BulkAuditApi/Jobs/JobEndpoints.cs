using BulkAuditApi.Audits;
using BulkAuditApi.Contract;
using BulkAuditApi.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using SeoAudit.Client;

namespace BulkAuditApi.Jobs;

/// <summary>Audits in the background.</summary>
internal static class JobEndpoints
{
    private const int MaxListed = 100;

    private static readonly TimeSpan FinishedStays = TimeSpan.FromHours(1);

    public static void MapJobs(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/async", SubmitAsync)
            .RequireValidBody()
            .WithName("async_bulk_audit")
            .WithSummary("Submit a job and poll it, or follow its outcomes.");
        routes.MapGet("/jobs", ListAsync)
            .WithName("list_jobs")
            .WithSummary("The latest jobs.")
            .ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
        routes.MapGet("/jobs/{job_id:guid}", GetAsync)
            // Locked, readers that come together wait for the first, and all get an error when that one leaves.
            .CacheOutput(static policy => policy.Expire(FinishedStays).SetLocking(false))
            .WithName("get_job_status")
            .WithSummary("How a job stands, and its results once it has ended.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        routes.MapPost("/jobs/{job_id:guid}/cancel", CancelAsync)
            .WithName("cancel_job")
            .WithSummary("Begin nothing more of a job; what is in flight is paid for, and so is finished.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        routes.MapOutcomes();
    }

    public static ProblemHttpResult NotFound() => TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, detail: "Job not found");

    private static async Task<Accepted<BackgroundJobResponse>> SubmitAsync(
        BulkAuditRequest request, IBulkAuditJobs jobs, CancellationToken cancellationToken)
    {
        var options = new BulkAuditJobOptions { Audit = new BulkAuditOptions { MaxConcurrency = request.Concurrency } };
        BulkAuditJob job = await jobs.SubmitAsync(request.Pages(), options, cancellationToken);
        Guid id = JobViews.IdOf(job);
        return TypedResults.Accepted(
            $"/api/audit/jobs/{id}",
            new BackgroundJobResponse(id, JobStatus.Pending, request.Urls.Count, $"Audit queued. Poll /api/audit/jobs/{id}"));
    }

    private static async Task<Results<Ok<JobList>, ProblemHttpResult>> ListAsync(IBulkAuditJobs jobs, CancellationToken cancellationToken, int limit = 20)
    {
        if (limit is < 1 or > MaxListed)
        {
            return ValidBody.Refuse("limit", $"must be a whole number from 1 to {MaxListed}.");
        }

        var listed = new List<JobSummary>(limit);
        await foreach (BulkAuditJob job in jobs.ListAsync(cancellationToken))
        {
            listed.Add(JobViews.ToSummary(job));
            if (listed.Count == limit)
            {
                break;
            }
        }

        return TypedResults.Ok(new JobList(listed));
    }

    private static async Task<Results<Ok<JobResultResponse>, ProblemHttpResult>> GetAsync(
        [FromRoute(Name = "job_id")] Guid jobId, IBulkAuditJobs jobs, HttpContext context, CancellationToken cancellationToken)
    {
        BulkAuditJob? job = await jobs.FindAsync(jobId, cancellationToken);

        // Only the answer of a job that has ended stays true.
        context.Features.Get<IOutputCacheFeature>()!.Context.AllowCacheStorage = job is { Status.IsFinal: true };
        return job is null ? NotFound() : TypedResults.Ok(await ToResponseAsync(job, cancellationToken));
    }

    private static async Task<Results<Accepted<JobSummary>, ProblemHttpResult>> CancelAsync(
        [FromRoute(Name = "job_id")] Guid jobId, IBulkAuditJobs jobs, CancellationToken cancellationToken)
    {
        if (await jobs.FindAsync(jobId, cancellationToken) is not { } job)
        {
            return NotFound();
        }

        await job.CancelAsync(cancellationToken);
        await job.UpdateStatusAsync(cancellationToken);
        return TypedResults.Accepted($"/api/audit/jobs/{jobId}", JobViews.ToSummary(job));
    }

    private static async Task<JobResultResponse> ToResponseAsync(BulkAuditJob job, CancellationToken cancellationToken)
    {
        BulkAuditResponse? result = null;
        if (job.Status == BulkAuditJobStatus.Completed || job.Status == BulkAuditJobStatus.Cancelled)
        {
            List<PageAuditOutcome> outcomes = await job.StreamOutcomesAsync(cancellationToken: cancellationToken).ToListAsync(cancellationToken);
            result = GuideResults.ToResponse(outcomes.OrderBy(static outcome => outcome.Index), job.State.EndedAt ?? job.State.SubmittedAt);
        }

        return new JobResultResponse(JobViews.IdOf(job), JobViews.StatusOf(job), result);
    }
}
