using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SeoAudit.Client.Diagnostics;

/// <summary>Counts creations whose first answer was not the end of it.</summary>
internal sealed class CreationMetrics(Meter meter)
{
    private readonly Counter<long> _resent = meter.Counter(Instruments.CreationsResent);
    private readonly Counter<long> _adopted = meter.Counter(Instruments.CreationsAdopted);
    private readonly Counter<long> _unknown = meter.Counter(Instruments.CreationsUnknown);

    public void Resent(AuditService service, string operation, string reason)
    {
        if (_resent.Enabled)
        {
            TagList tags = MeterExtensions.Tags(service, operation);
            tags.Add(TelemetryTag.RetryReason, reason);
            _resent.Add(1, tags);
        }
    }

    public void Adopted(AuditService service, string operation)
    {
        if (_adopted.Enabled)
        {
            _adopted.Add(1, MeterExtensions.Tags(service, operation));
        }
    }

    public void Unknown(AuditService service, string operation, string errorType)
    {
        if (_unknown.Enabled)
        {
            _unknown.Add(1, MeterExtensions.Tags(service, operation, errorType));
        }
    }
}
