using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SeoAudit.Client.AspNetCore.Diagnostics;
using SeoAudit.Client.AspNetCore.Webhooks;

namespace SeoAudit.Client.AspNetCore;

/// <summary>
/// Receives SEOgent's webhooks: for controllers, and whatever else is not <c>MapSeogentWebhook</c>. Get it from the container, where
/// <c>AddSeogentWebhooks()</c> registers it.
/// </summary>
/// <remarks>
/// The secret is checked before anything else. The body is read as a stream, and nothing of it is used but the scan's id; the scan is
/// looked up at SEOgent with the account's token, and the handler gets what SEOgent says.
/// </remarks>
public sealed class SeogentWebhookReceiver
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    private readonly string _name;
    private readonly IOptionsMonitor<SeogentWebhookOptions> _options;
    private readonly ScanLookup _lookup;
    private readonly HandledScans _handled;
    private readonly IScanCompletionSignal _signal;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    internal SeogentWebhookReceiver(
        string name,
        IOptionsMonitor<SeogentWebhookOptions> options,
        ScanLookup lookup,
        HandledScans handled,
        IScanCompletionSignal signal,
        TimeProvider time,
        ILogger logger)
    {
        _name = name;
        _options = options;
        _lookup = lookup;
        _handled = handled;
        _signal = signal;
        _time = time;
        _logger = logger;
    }

    /// <summary>Receives a webhook and hands its scan to the <see cref="ISeogentWebhookHandler"/> among the request's services.</summary>
    /// <param name="request">The request, its body not read yet.</param>
    /// <param name="cancellationToken">Cancels it, as does the end of the request.</param>
    /// <returns>What became of it: the answer to be returned.</returns>
    /// <exception cref="InvalidOperationException">No handler is registered.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled, or the caller has gone.</exception>
    public Task<SeogentWebhookResult> ReceiveAsync(HttpRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ISeogentWebhookHandler handler = request.HttpContext.RequestServices.GetRequiredKeyedService<ISeogentWebhookHandler>(_name.Length == 0 ? null : _name);
        return ReceiveAsync(request, handler.HandleAsync, cancellationToken);
    }

    /// <summary>Receives a webhook and hands its scan to a delegate.</summary>
    /// <param name="request">The request, its body not read yet.</param>
    /// <param name="handler">Handles the scan; see <see cref="ISeogentWebhookHandler.HandleAsync"/>.</param>
    /// <param name="cancellationToken">Cancels it, as does the end of the request.</param>
    /// <returns>What became of it: the answer to be returned.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled, or the caller has gone.</exception>
    public async Task<SeogentWebhookResult> ReceiveAsync(
        HttpRequest request, Func<SeogentScanCompleted, CancellationToken, Task> handler, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(handler);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, request.HttpContext.RequestAborted);
        SeogentWebhookOptions options = _options.Get(_name);
        if (!CarriesSecret(request, options))
        {
            return Refuse(SeogentWebhookOutcome.NotFound);
        }

        if (!HttpMethods.IsPost(request.Method))
        {
            return Refuse(SeogentWebhookOutcome.WrongMethod);
        }

        (string? scanId, SeogentWebhookOutcome fault) = await WebhookBody.ReadScanIdAsync(request, options, _time, either.Token).ConfigureAwait(false);
        if (scanId is null)
        {
            return Refuse(fault);
        }

        SeogentWebhookResult result = await HandleAsync(scanId, handler, either.Token).ConfigureAwait(false) with { ScanId = scanId };
        Log.Received(_logger, scanId, result.Outcome);
        return result;
    }

    private static bool CarriesSecret(HttpRequest request, SeogentWebhookOptions options) =>
        request.Query[SeogentWebhookOptions.SecretParameter] is [{ Length: >= SeogentWebhookSecret.MinLength and <= SeogentWebhookSecret.MaxLength } given]
        && SeogentWebhookSecret.Matches(given, options.Secrets);

    private async Task<SeogentWebhookResult> HandleAsync(
        string scanId, Func<SeogentScanCompleted, CancellationToken, Task> handler, CancellationToken cancellationToken)
    {
        // Whoever repeats an id in other letters speaks of the same scan.
        string key = (_name.Length == 0 ? scanId : $"{_name}/{scanId}").ToLowerInvariant();
        switch (await _handled.ClaimAsync(key, scanId, cancellationToken).ConfigureAwait(false))
        {
            case null:
                return new SeogentWebhookResult(SeogentWebhookOutcome.Unavailable, Soon);
            case SeogentWebhookClaim.Handled:
                return new SeogentWebhookResult(SeogentWebhookOutcome.Duplicate);
            case SeogentWebhookClaim.InProgress:
                return new SeogentWebhookResult(SeogentWebhookOutcome.InProgress, Soon);
        }

        var isHandled = false;
        try
        {
            SeogentWebhookResult result = await HandleClaimedAsync(scanId, handler, cancellationToken).ConfigureAwait(false);
            isHandled = result.Outcome == SeogentWebhookOutcome.Handled;
            return result;
        }
        finally
        {
            await _handled.SettleAsync(key, scanId, isHandled).ConfigureAwait(false);
        }
    }

    private async Task<SeogentWebhookResult> HandleClaimedAsync(
        string scanId, Func<SeogentScanCompleted, CancellationToken, Task> handler, CancellationToken cancellationToken)
    {
        (SeogentScanCompleted? scan, SeogentWebhookResult? answer) = await _lookup.FindAsync(scanId, cancellationToken).ConfigureAwait(false);
        if (scan is not null || answer is { Outcome: SeogentWebhookOutcome.Ignored })
        {
            await SignalAsync(scan?.ScanId ?? scanId, cancellationToken).ConfigureAwait(false);
        }

        if (scan is null)
        {
            return answer!;
        }

        try
        {
            await handler(scan, cancellationToken).ConfigureAwait(false);
            return new SeogentWebhookResult(SeogentWebhookOutcome.Handled);
        }
#pragma warning disable CA1031 // Whatever the app's handler throws, SEOgent must be told that it did not go well.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.HandlerFailed(_logger, scan.ScanId, exception);
            return new SeogentWebhookResult(SeogentWebhookOutcome.HandlerFailed);
        }
    }

    private async Task SignalAsync(string scanId, CancellationToken cancellationToken)
    {
        try
        {
            await _signal.NotifyAsync(scanId, cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A signal of the app's may fail in any way; those who wait go on polling.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.SignalFailed(_logger, scanId, exception);
        }
    }

    private SeogentWebhookResult Refuse(SeogentWebhookOutcome outcome)
    {
        Log.Refused(_logger, outcome);
        return new SeogentWebhookResult(outcome);
    }
}
