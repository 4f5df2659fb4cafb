using System.Net;
using Microsoft.AspNetCore.Http;

namespace SeoAudit.Emulator.Hosting;

/// <summary>Brings a request to its service, lets a fault act on it, enters it into the ledger and sends the answer.</summary>
internal sealed class RequestPipeline(
    IReadOnlyList<IEmulatedService> services,
    EmulatorFaultCollection faults,
    EmulatorLedger ledger,
    TimeProvider timeProvider,
    CancellationToken stopping)
{
    public async Task HandleAsync(HttpContext context)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        string path = context.Request.Path.Value ?? "/";
        IEmulatedService? service = Find(path, out string ownPath);
        EmulatorFault? fault = service is null ? null : faults.Claim(service.Kind, context.Request.Method, ownPath);
        var entry = new LedgerRequest
        {
            Number = 0,
            Service = service?.Kind,
            Method = context.Request.Method,
            Path = path,
            Query = context.Request.QueryString.Value ?? "",
            KeyFingerprint = service?.KeyOf(context.Request.Headers) is { } key ? EmulatorLedger.Fingerprint(key) : null,
            ReceivedAt = timeProvider.GetUtcNow(),
            Fault = fault,
        };

        EmulatorResponse? answer = null;
        try
        {
            answer = service is null
                ? new EmulatorResponse(StatusCodes.Status404NotFound, ContentType: null, Body: default)
                : await AnswerAsync(context, service, ownPath, fault, linked.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (linked.IsCancellationRequested)
        {
            context.Abort();
        }
        finally
        {
            ledger.Add(entry with { StatusCode = answer?.StatusCode });
        }

        if (answer is null)
            context.Abort();
        else
            await SendAsync(context, answer, fault?.Action, linked.Token).ConfigureAwait(false);
    }

    private IEmulatedService? Find(string path, out string ownPath)
    {
        foreach (IEmulatedService service in services)
        {
            if (new PathString(path).StartsWithSegments(service.Root, StringComparison.OrdinalIgnoreCase, out PathString rest))
            {
                ownPath = rest.Value is { Length: > 0 } value ? value : "/";
                return service;
            }
        }

        ownPath = path;
        return null;
    }

    /// <summary>Null when the connection is to be reset without an answer.</summary>
    private async Task<EmulatorResponse?> AnswerAsync(
        HttpContext context, IEmulatedService service, string ownPath, EmulatorFault? fault, CancellationToken cancellationToken)
    {
        FaultAction? action = fault?.Action;
        bool carriedOut = fault is null || fault.RunHandlerFirst;
        EmulatorResponse? real = carriedOut
            ? await CarryOutAsync(context, service, ownPath, cancellationToken).ConfigureAwait(false)
            : null;
        if (fault is { Delay.Ticks: > 0 })
            await Task.Delay(fault.Delay, timeProvider, cancellationToken).ConfigureAwait(false);
        if (!carriedOut && action is null or { NeedsRealAnswer: true })
            real ??= await CarryOutAsync(context, service, ownPath, cancellationToken).ConfigureAwait(false);

        return FaultedAnswer.From(real, action);
    }

    private static async Task<EmulatorResponse> CarryOutAsync(
        HttpContext context, IEmulatedService service, string ownPath, CancellationToken cancellationToken)
    {
        try
        {
            return await HandleAsync(context, service, ownPath, cancellationToken).ConfigureAwait(false);
        }
        catch (BadHttpRequestException failure)
        {
            return service.Error(failure.StatusCode, failure.Message);
        }
#pragma warning disable CA1031 // Whatever a handler did not think of is the service's own fault, and is told in its own way.
        catch (Exception failure) when (failure is not (OperationCanceledException or IOException))
#pragma warning restore CA1031
        {
            return service.Error(StatusCodes.Status500InternalServerError, "Internal error: " + failure.Message);
        }
    }

    private static async Task<EmulatorResponse> HandleAsync(
        HttpContext context, IEmulatedService service, string ownPath, CancellationToken cancellationToken)
    {
        if (await RequestBody.ReadAsync(context.Request, cancellationToken).ConfigureAwait(false) is not { } body)
            return service.Error(StatusCodes.Status413PayloadTooLarge, "The request body is too large.");

        var request = new EmulatorRequest
        {
            Service = service.Kind,
            Method = context.Request.Method.ToUpperInvariant(),
            Segments = ownPath.Split('/', StringSplitOptions.RemoveEmptyEntries),
            Query = context.Request.Query,
            Headers = context.Request.Headers,
            Body = body,
            RemoteAddress = context.Connection.RemoteIpAddress ?? IPAddress.None,
        };
        return await service.HandleAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private async Task SendAsync(
        HttpContext context, EmulatorResponse answer, FaultAction? action, CancellationToken cancellationToken)
    {
        try
        {
            await ResponseSender.SendAsync(context, answer, action, timeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            context.Abort();
        }
        catch (IOException)
        {
            // The client went away while the answer was on its way.
            context.Abort();
        }
    }
}
