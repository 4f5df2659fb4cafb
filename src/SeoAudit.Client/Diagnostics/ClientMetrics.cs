using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SeoAudit.Client.Diagnostics;

/// <summary>Counts what the clients of one container do. Costs nothing where nobody measures.</summary>
internal sealed class ClientMetrics
{
    private readonly Counter<long> _resent;
    private readonly Counter<long> _adopted;
    private readonly Counter<long> _unknown;

    public ClientMetrics(IMeterFactory meters)
    {
        Meter meter = meters.Create(SeoAuditTelemetry.MeterName);
        _resent = Counter(Instruments.CreationsResent);
        _adopted = Counter(Instruments.CreationsAdopted);
        _unknown = Counter(Instruments.CreationsUnknown);

        Counter<long> Counter(InstrumentText text) => meter.CreateCounter<long>(text.Name, text.Unit, text.Description);
    }

    public void CountResent(AuditService service, string operation, string reason)
    {
        if (_resent.Enabled)
        {
            TagList tags = Of(service, operation);
            tags.Add(TelemetryTag.RetryReason, RetryReason.Known(reason));
            _resent.Add(1, tags);
        }
    }

    public void CountAdopted(AuditService service, string operation)
    {
        if (_adopted.Enabled)
        {
            _adopted.Add(1, Of(service, operation));
        }
    }

    public void CountUnknown(AuditService service, string operation, Exception exception)
    {
        if (_unknown.Enabled)
        {
            TagList tags = Of(service, operation);
            tags.Add(TelemetryTag.ErrorType, ErrorType.Of(exception));
            _unknown.Add(1, tags);
        }
    }

    private static TagList Of(AuditService? service, string operation)
    {
        TagList tags = default;
        if (service is { } named)
        {
            tags.Add(TelemetryTag.Service, named.ToString());
        }

        tags.Add(TelemetryTag.Operation, operation);
        return tags;
    }
}
