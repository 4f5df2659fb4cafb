namespace SeoAudit.Client.Diagnostics;

/// <summary>Tells what became of creations whose first answer was not the end of it.</summary>
internal sealed class CreationEvents(ClientTelemetry telemetry)
{
    /// <summary>It will be sent again, because the service refused it, or shows nothing that matches.</summary>
    /// <param name="service">The service.</param>
    /// <param name="operation">The endpoint's name, e.g. <c>CreateScan</c>.</param>
    /// <param name="reason">One of <see cref="RetryReason"/>.</param>
    /// <param name="delay">How long it waits before.</param>
    /// <param name="attempt">How often it has been sent so far.</param>
    public void Resent(AuditService service, string operation, string reason, TimeSpan delay, int attempt)
    {
        string known = RetryReason.Known(reason);
        telemetry.Creations.Resent(service, operation, known);
        Log.CreationResent(telemetry.Logger, service, operation, known, delay, attempt);
    }

    /// <summary>It was found at the service after its answer was lost.</summary>
    /// <param name="service">The service.</param>
    /// <param name="operation">The endpoint's name.</param>
    /// <param name="operationId">The id that it was found under.</param>
    public void Adopted(AuditService service, string operation, string operationId)
    {
        telemetry.Creations.Adopted(service, operation);
        Log.CreationAdopted(telemetry.Logger, service, operation, operationId);
    }

    /// <summary>It could not be found out whether the service made it.</summary>
    /// <param name="service">The service.</param>
    /// <param name="operation">The endpoint's name.</param>
    /// <param name="exception">What kept the answer from coming; only what kind it is gets told.</param>
    public void OutcomeUnknown(AuditService service, string operation, Exception exception)
    {
        string errorType = ErrorType.Of(exception);
        telemetry.Creations.Unknown(service, operation, errorType);
        Log.CreationOutcomeUnknown(telemetry.Logger, service, operation, errorType);
    }
}
