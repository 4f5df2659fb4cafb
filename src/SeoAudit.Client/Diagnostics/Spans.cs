using System.Diagnostics;
using System.Text;
using SeoAudit.Client.Http;
using SeoAudit.Client.Urls;
using Tag = SeoAudit.Client.Diagnostics.TelemetryTag;

namespace SeoAudit.Client.Diagnostics;

/// <summary>Starts spans, where somebody listens.</summary>
internal static class Spans
{
    public static readonly ActivitySource Source = new(SeoAuditTelemetry.ActivitySourceName);

    public static readonly SpanText Operation = new(
        "{service}.{operation}", ActivityKind.Internal,
        "One call of a service, e.g. `seogent.create_scan`: its turn in the pacing, all attempts and the waits between them. A site that is read is `site.download` or `site.get_sitemap`.",
        Tag.Service, Tag.Operation, Tag.AttemptCount, Tag.ErrorType);

    public static readonly SpanText Attempt = new(
        "{method} {url.template}", ActivityKind.Client,
        "One request, e.g. `GET /scans/{scanId}`, until its answer was read; a download, until it began. Child of the operation.",
        Tag.Service, Tag.Operation, Tag.RequestMethod, Tag.UrlTemplate, Tag.ServerAddress, Tag.ServerPort, Tag.StatusCode, Tag.ResendCount, Tag.ErrorType);

    public static readonly SpanText Wait = new(
        "seoaudit.wait", ActivityKind.Internal,
        "A wait for a scan, an audit, a PDF or a job, with the reading of its result.",
        Tag.Service, Tag.OperationId, Tag.PollCount, Tag.ErrorType);

    public static readonly SpanText Poll = new(
        "seoaudit.poll", ActivityKind.Internal,
        "One question how far it is. Child of the wait, parent of the operation that asks. In bulk runs through MetricSpot one poll asks for all, and hangs under the wait that was first.",
        Tag.Service, Tag.IsFinal, Tag.ErrorType);

    public static readonly SpanText Job = new(
        "seoaudit.job", ActivityKind.Internal,
        "One stretch of work on a job in the background, from its turn until it ends, waits for a quota or the process stops. Parent of all that it asks for.",
        Tag.Service, Tag.OperationId, Tag.ErrorType);

    public static IReadOnlyList<SpanText> All { get; } = [Operation, Attempt, Wait, Poll, Job];

    public static Activity? StartOperation(ServiceProfile profile, ServiceEndpoint endpoint)
    {
        Activity? span = Source.HasListeners() ? Source.StartActivity(endpoint.SpanName, Operation.Kind) : null;
        return Describe(span, profile, endpoint);
    }

    /// <param name="call">The call.</param>
    /// <param name="request">What is about to be sent.</param>
    /// <param name="template">Its path, with names in the place of values; null where it has none.</param>
    public static Activity? StartAttempt(ServiceCall call, HttpRequestMessage request, string? template)
    {
        if (!Source.HasListeners()
            || Source.StartActivity(template is null ? request.Method.Method : $"{request.Method.Method} {template}", Attempt.Kind) is not { } span)
        {
            return null;
        }

        Describe(span, call.Profile, call.Endpoint);
        if (span.IsAllDataRequested)
        {
            span.SetTag(Tag.RequestMethod, request.Method.Method);
            span.SetTag(Tag.UrlTemplate, template);
            span.SetTag(Tag.ServerAddress, request.RequestUri is { } address ? UrlText.HostOf(address) : null);
            span.SetTag(Tag.ServerPort, request.RequestUri?.Port);
            span.SetTag(Tag.ResendCount, call.Attempts > 0 ? call.Attempts : null);
        }

        return span;
    }

    public static Activity? StartWait(AuditService service, string operationId)
    {
        Activity? span = Source.HasListeners() ? Source.StartActivity(Wait.Name, Wait.Kind) : null;
        return span?.SetTag(Tag.Service, service.ToString()).SetTag(Tag.OperationId, operationId);
    }

    public static Activity? StartPoll(AuditService service)
    {
        Activity? span = Source.HasListeners() ? Source.StartActivity(Poll.Name, Poll.Kind) : null;
        return span?.SetTag(Tag.Service, service.ToString());
    }

    public static Activity? StartJob(AuditService service, string id)
    {
        Activity? span = Source.HasListeners() ? Source.StartActivity(Job.Name, Job.Kind) : null;
        return span?.SetTag(Tag.Service, service.ToString()).SetTag(Tag.OperationId, id);
    }

    /// <summary>Marks a span as failed; who gives up is no failure of it.</summary>
    public static void Fail(this Activity? span, string errorType, bool isCancelled)
    {
        span?.SetTag(Tag.ErrorType, errorType);
        span?.SetStatus(isCancelled ? ActivityStatusCode.Unset : ActivityStatusCode.Error);
    }

    /// <summary>The name of an endpoint's spans: <c>seogent.create_scan</c>.</summary>
    public static string NameOf(AuditService? service, string operation)
    {
        var name = new StringBuilder(service?.ToString().ToLowerInvariant() ?? "site").Append('.');
        for (var index = 0; index < operation.Length; index++)
        {
            if (index > 0 && char.IsAsciiLetterUpper(operation[index]))
            {
                name.Append('_');
            }

            name.Append(char.ToLowerInvariant(operation[index]));
        }

        return name.ToString();
    }

    private static Activity? Describe(Activity? span, ServiceProfile profile, ServiceEndpoint endpoint) =>
        span?.SetTag(Tag.Service, profile.Service?.ToString()).SetTag(Tag.Operation, endpoint.Name);
}
