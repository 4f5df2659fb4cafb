using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using SeoAudit.Client.AspNetCore.Webhooks;

namespace SeoAudit.Client.AspNetCore;

/// <summary>
/// What became of a webhook, and the answer to its caller: return it from a minimal API or a controller as it is. Its body, where it has
/// one, is a problem document that says nothing of secrets or scans.
/// </summary>
public sealed record SeogentWebhookResult : IResult
{
    internal SeogentWebhookResult(SeogentWebhookOutcome outcome, TimeSpan? retryAfter = null)
    {
        Outcome = outcome;
        RetryAfter = retryAfter;
    }

    /// <summary>What became of it.</summary>
    public SeogentWebhookOutcome Outcome { get; }

    /// <summary>The scan, as the caller named it; null where it was not read.</summary>
    public string? ScanId { get; internal init; }

    /// <summary>When the caller may try again; null where it is not asked to wait.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>The status of the answer.</summary>
    public int StatusCode => Outcome switch
    {
        SeogentWebhookOutcome.Handled or SeogentWebhookOutcome.Duplicate or SeogentWebhookOutcome.Ignored => StatusCodes.Status200OK,
        SeogentWebhookOutcome.NotFound => StatusCodes.Status404NotFound,
        SeogentWebhookOutcome.WrongMethod => StatusCodes.Status405MethodNotAllowed,
        SeogentWebhookOutcome.WrongContentType => StatusCodes.Status415UnsupportedMediaType,
        SeogentWebhookOutcome.TooLong => StatusCodes.Status413PayloadTooLarge,
        SeogentWebhookOutcome.TooSlow => StatusCodes.Status408RequestTimeout,
        SeogentWebhookOutcome.Malformed => StatusCodes.Status400BadRequest,
        SeogentWebhookOutcome.Throttled => StatusCodes.Status429TooManyRequests,
        SeogentWebhookOutcome.HandlerFailed => StatusCodes.Status500InternalServerError,
        _ => StatusCodes.Status503ServiceUnavailable,
    };

    private string? Title => Outcome switch
    {
        SeogentWebhookOutcome.NotFound => "There is nothing here.",
        SeogentWebhookOutcome.WrongMethod => "Webhooks are posted.",
        SeogentWebhookOutcome.WrongContentType => "The content must be application/json, not packed.",
        SeogentWebhookOutcome.TooLong => "The content is too long.",
        SeogentWebhookOutcome.TooSlow => "The content took too long to arrive.",
        SeogentWebhookOutcome.Malformed => "The content is not the results of a scan.",
        SeogentWebhookOutcome.Throttled => "Too many webhooks at a time; send it again later.",
        SeogentWebhookOutcome.HandlerFailed => "The webhook could not be handled; send it again later.",
        _ => "The webhook cannot be handled now; send it again later.",
    };

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        HttpResponse response = httpContext.Response;
        response.StatusCode = StatusCode;
        response.Headers.CacheControl = "no-store";
        if (RetryAfter is { } wait)
        {
            response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        if (Outcome == SeogentWebhookOutcome.WrongMethod)
        {
            response.Headers.Allow = HttpMethods.Post;
        }

        if (Outcome is (SeogentWebhookOutcome.TooLong or SeogentWebhookOutcome.TooSlow) && HttpProtocol.IsHttp11(httpContext.Request.Protocol))
        {
            // What is still on its way is not waited for.
            response.Headers.Connection = "close";
        }

        if (StatusCode == StatusCodes.Status200OK)
        {
            return;
        }

        var problem = new ProblemDetails { Status = StatusCode, Title = Title };
        // The app's own way to write problems, if it has one.
        bool isWritten = httpContext.RequestServices.GetService<IProblemDetailsService>() is { } service
            && await service.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem }).ConfigureAwait(false);
        if (!isWritten)
        {
            await response.WriteAsJsonAsync(
                problem, WebhookJsonContext.Default.ProblemDetails, "application/problem+json", httpContext.RequestAborted).ConfigureAwait(false);
        }
    }
}
