using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using SeoAudit.Client;

namespace BulkAuditApi.Validation;

/// <summary>What the caller is told of exceptions that are not our fault; all others are a plain 500.</summary>
internal sealed partial class ExceptionAnswers(ILogger<ExceptionAnswers> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        ProblemHttpResult? answer = exception switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } bad => Unreadable(bad, httpContext.Request),
            BadHttpRequestException bad => TypedResults.Problem(statusCode: bad.StatusCode, detail: bad.Message),
            InvalidOperationException when HasUnknownCharset(httpContext.Request) =>
                TypedResults.Problem(statusCode: StatusCodes.Status415UnsupportedMediaType, detail: "The charset of the body is not known; send UTF-8."),
            SeoAuditNotFoundException => TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, detail: "Job not found"),
            SeoAuditJobException => TypedResults.Problem(statusCode: StatusCodes.Status503ServiceUnavailable, detail: "The storage of jobs cannot be used."),
            _ => null,
        };
        if (answer is null)
        {
            return false;
        }

        if (answer.StatusCode >= StatusCodes.Status500InternalServerError)
        {
            LogUnavailable(logger, exception);
        }

        await answer.ExecuteAsync(httpContext);
        return true;
    }

    /// <summary>Of another type than the field has, or no JSON at all: refused like any value that is out of range.</summary>
    private static ProblemHttpResult Unreadable(BadHttpRequestException exception, HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method))
        {
            return TypedResults.Problem(statusCode: StatusCodes.Status422UnprocessableEntity, detail: exception.Message);
        }

        // A path is $.field; where it leads to no field that has a rule, the JSON around it is broken.
        return exception.InnerException is JsonException { Path: { Length: > 2 } path } && RequestRules.RuleOf(path[2..]) is { } rule
            ? ValidBody.Refuse(path[2..], rule)
            : ValidBody.Refuse("body", RequestRules.BodyRule);
    }

    /// <summary>Whether the body could not be read for its charset, which the framework takes for a fault of the app.</summary>
    private static bool HasUnknownCharset(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type) || !type.Charset.HasValue)
        {
            return false;
        }

        try
        {
            _ = Encoding.GetEncoding(type.Charset.Value);
            return false;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return true;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A request could not be answered.")]
    private static partial void LogUnavailable(ILogger logger, Exception exception);
}
