using System.Globalization;

namespace SeoAudit.Client.Jobs;

/// <summary>Words the end of a job that did not end well.</summary>
internal static class JobEnd
{
    public static AuditFailedException Of(BulkAuditJobState state, BulkAuditReport report)
    {
        string done = string.Create(CultureInfo.InvariantCulture, $"with {report.Total} of {state.Total} outcomes, which can be read as before");
        string why = state.Error is { } error ? $": {error.Message}" : ".";
        return new AuditFailedException($"Job '{state.Id}' ended as '{state.Status}' {done}{why}", state.Error)
        {
            Service = state.Options.Audit.Service,
            OperationId = state.Id,
            Status = state.Status.Value,
            Result = report,
        };
    }
}
