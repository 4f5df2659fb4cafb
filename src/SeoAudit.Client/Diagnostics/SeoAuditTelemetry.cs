namespace SeoAudit.Client;

/// <summary>Names that telemetry is subscribed to by.</summary>
public static class SeoAuditTelemetry
{
    /// <summary>
    /// The source of spans: a call of a service, each attempt of it, a wait for an operation and each poll of that. What they are
    /// called and what they carry is listed in <c>docs/observability.md</c>.
    /// </summary>
    public const string ActivitySourceName = "SeoAudit.Client";

    /// <summary>
    /// The meter, by the app's <c>IMeterFactory</c>. Its instruments, all named <c>seoaudit.*</c>, and their tags are listed in
    /// <c>docs/observability.md</c>.
    /// </summary>
    public const string MeterName = "SeoAudit.Client";
}
