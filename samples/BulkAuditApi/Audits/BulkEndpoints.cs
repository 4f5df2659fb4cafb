using System.Net.Mime;
using BulkAuditApi.Contract;
using BulkAuditApi.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using SeoAudit.Client;
using SeoAudit.Client.Reporting;

namespace BulkAuditApi.Audits;

/// <summary>Audits that the caller waits for.</summary>
internal static class BulkEndpoints
{
    public static void MapBulkAudits(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/bulk", AuditAsync)
            .RequireValidBody()
            .WithName("bulk_audit")
            .WithSummary("Audit up to 200 URLs and wait for the results.");
        routes.MapPost("/export", ExportAsync)
            .RequireValidBody()
            .WithName("export_audit")
            .WithSummary("Audit up to 200 URLs and download the results as JSON or CSV.")
            .Produces<BulkAuditResponse>(StatusCodes.Status200OK, MediaTypeNames.Application.Json, MediaTypeNames.Text.Csv);
        routes.MapDelete("/cache", ClearCacheAsync)
            .WithName("clear_cache")
            .WithSummary("Forget the cached audits, e.g. after a deployment.");
    }

    private static async Task<Ok<BulkAuditResponse>> AuditAsync(
        BulkAuditRequest request, BulkAudits audits, TimeProvider time, CancellationToken cancellationToken) =>
        TypedResults.Ok(GuideResults.ToResponse(await audits.RunAsync(request, cancellationToken), time.GetUtcNow()));

    private static async Task<IResult> ExportAsync(
        BulkAuditRequest request, BulkAudits audits, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        IReadOnlyList<PageAuditOutcome> outcomes = await audits.RunAsync(request, cancellationToken);
        bool isCsv = request.ExportFormat == ExportFormat.Csv;
        response.Headers.ContentDisposition = isCsv ? "attachment; filename=seo-audit.csv" : "attachment; filename=seo-audit.json";
        return isCsv
            ? TypedResults.Stream(output => WriteCsvAsync(outcomes, output, cancellationToken), "text/csv; charset=utf-8")
            : TypedResults.Ok(GuideResults.ToResponse(outcomes, time.GetUtcNow()));
    }

    /// <summary>The guide's columns are the default of CSV reports; what a spreadsheet would run as a formula is defused.</summary>
    private static async Task WriteCsvAsync(IEnumerable<PageAuditOutcome> outcomes, Stream output, CancellationToken cancellationToken)
    {
        await using var csv = ReportWriter.Create(ReportFormat.Csv, output);
        foreach (PageAuditOutcome outcome in outcomes)
        {
            await csv.WriteAsync(outcome, cancellationToken);
        }

        await csv.CompleteAsync(cancellationToken);
    }

    private static async Task<NoContent> ClearCacheAsync(IAuditCache cache, CancellationToken cancellationToken)
    {
        await cache.InvalidateAllAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
