using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace SeoAudit.Client.Diagnostics;

/// <summary>Where the clients of one container tell what they do: its meters and its log.</summary>
internal sealed class ClientTelemetry(IMeterFactory meters, ILoggerFactory loggers)
{
    public ClientMetrics Metrics { get; } = new(meters);

    public ILogger Logger { get; } = loggers.CreateLogger(Log.Category);
}
