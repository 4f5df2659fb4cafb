using System.Collections.Concurrent;

namespace SeoAudit.Client.AspNetCore.Tests.Support;

/// <summary>The scans that handlers of the container were called for.</summary>
public sealed class HandlerLog
{
    public ConcurrentQueue<string> ScanIds { get; } = new();
}
