using Polly.Telemetry;

namespace SeoAudit.Client.Http;

/// <summary>
/// Passes on what the pipeline has to say of retries, time-outs and a broken circuit. That a call begins, is made and ends well is
/// told by spans and measurements; told here as well, it would be work in every call.
/// </summary>
internal sealed class NotableEvents(TelemetryListener inner) : TelemetryListener
{
    public override void Write<TResult, TArgs>(in TelemetryEventArguments<TResult, TArgs> args)
    {
        if (args.Event.Severity >= ResilienceEventSeverity.Warning)
        {
            inner.Write(args);
        }
    }
}
