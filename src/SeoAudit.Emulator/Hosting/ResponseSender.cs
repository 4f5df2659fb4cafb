using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace SeoAudit.Emulator.Hosting;

/// <summary>Sends an answer, whole or in the way that a fault asks for.</summary>
internal static class ResponseSender
{
    private static readonly TimeSpan SocketGrace = TimeSpan.FromMilliseconds(20);

    public static async Task SendAsync(
        HttpContext context,
        EmulatorResponse answer,
        FaultAction? action,
        TimeProvider timeProvider,
        CancellationToken cancellationToken)
    {
        HttpResponse response = context.Response;
        response.StatusCode = answer.StatusCode;
        response.Headers.Date = timeProvider.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        foreach ((string name, string value) in answer.Headers)
            response.Headers[name] = value;
        if (MayHaveBody(context, answer))
        {
            response.ContentType = answer.ContentType;
            response.ContentLength = answer.Body.Length;
            if (!HttpMethods.IsHead(context.Request.Method))
                await SendBodyAsync(context, answer.Body, action, timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool MayHaveBody(HttpContext context, EmulatorResponse answer) =>
        answer.StatusCode is not (StatusCodes.Status204NoContent or StatusCodes.Status205ResetContent or StatusCodes.Status304NotModified)
        && !HttpMethods.IsConnect(context.Request.Method);

    private static async Task SendBodyAsync(
        HttpContext context,
        ReadOnlyMemory<byte> body,
        FaultAction? action,
        TimeProvider timeProvider,
        CancellationToken cancellationToken)
    {
        Stream stream = context.Response.Body;
        switch (action)
        {
            case FaultAction.ResetMidBodyAction reset:
                int sent = Math.Max(0, Math.Min(reset.AfterBytes, body.Length - 1));
                await stream.WriteAsync(body[..sent], cancellationToken).ConfigureAwait(false);
                await stream.FlushAsync(cancellationToken).ConfigureAwait(false);

                // A reset discards what has not left the socket yet, and the socket lives in real time.
                await Task.Delay(SocketGrace, TimeProvider.System, cancellationToken).ConfigureAwait(false);
                context.Abort();
                break;

            case FaultAction.SlowDripAction drip:
                for (int offset = 0; offset < body.Length; offset += drip.BytesPerWrite)
                {
                    if (offset > 0)
                        await Task.Delay(drip.Interval, timeProvider, cancellationToken).ConfigureAwait(false);
                    int length = Math.Min(drip.BytesPerWrite, body.Length - offset);
                    await stream.WriteAsync(body.Slice(offset, length), cancellationToken).ConfigureAwait(false);
                    await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
                }

                break;

            default:
                await stream.WriteAsync(body, cancellationToken).ConfigureAwait(false);
                break;
        }
    }
}
