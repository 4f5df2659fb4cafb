using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using SeoAudit.Client.Seogent;

namespace SeoAudit.Client.AspNetCore.Webhooks;

/// <summary>Reads the body of a webhook within its limits, as a stream.</summary>
internal static class WebhookBody
{
    /// <summary>Reads the scan's id; null where there is none, with why.</summary>
    public static async Task<(string? ScanId, SeogentWebhookOutcome Fault)> ReadScanIdAsync(
        HttpRequest request, SeogentWebhookOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!IsJson(request.Headers))
        {
            return (null, SeogentWebhookOutcome.WrongContentType);
        }

        if (request.ContentLength > options.MaxBodyBytes)
        {
            return (null, SeogentWebhookOutcome.TooLong);
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            // The server counts the framing of chunks too; the content is counted below.
            limit.MaxRequestBodySize = options.MaxBodyBytes * 2;
        }

        using var timeout = new CancellationTokenSource(options.BodyTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            return (await SeogentWebhook.ReadScanIdAsync(request.Body, options.MaxBodyBytes, either.Token).ConfigureAwait(false), default);
        }
        catch (SeoAuditWebhookException exception)
        {
            return (null, exception.IsTooLong ? SeogentWebhookOutcome.TooLong : SeogentWebhookOutcome.Malformed);
        }
        catch (BadHttpRequestException exception)
        {
            return (null, exception.StatusCode switch
            {
                StatusCodes.Status413PayloadTooLarge => SeogentWebhookOutcome.TooLong,
                StatusCodes.Status408RequestTimeout => SeogentWebhookOutcome.TooSlow,
                _ => SeogentWebhookOutcome.Malformed,
            });
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return (null, SeogentWebhookOutcome.TooSlow);
        }
    }

    private static bool IsJson(IHeaderDictionary headers) =>
        MediaTypeHeaderValue.TryParse(headers.ContentType.ToString(), out MediaTypeHeaderValue? type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase))
        && (headers.ContentEncoding.Count == 0 || string.Equals(headers.ContentEncoding, "identity", StringComparison.OrdinalIgnoreCase));
}
