using System.Threading.RateLimiting;
using SeoAudit.Client.Diagnostics;
using SeoAudit.Client.Pacing;

namespace SeoAudit.Client.Http;

/// <summary>
/// Lets a call that costs wait for its turn, before it begins: its time-outs do not run yet, and it reads key and settings only
/// after the wait. A call takes one permit: its retries are below, and where it is sent in several passes, they have one together.
/// </summary>
internal sealed class PacingHandler(ServiceAccount defaultAccount, ClientTelemetry telemetry) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ServiceAccount account = ServiceAccount.Of(request, defaultAccount);
        return account.Pacer is { } pacer
            && account.Profile.EndpointOf(request) is { Paced: true } endpoint
            && OptionsOf(account) is { } options
            && account.Watch?.Permit is not { IsHeld: true }
            && pacer.Paces(options)
                ? SendPacedAsync(request, account.Watch?.Permit, pacer, endpoint, options, cancellationToken)
                : base.SendAsync(request, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendPacedAsync(
        HttpRequestMessage request,
        CallPermit? passes,
        ServicePacer pacer,
        ServiceEndpoint endpoint,
        ServiceOptions options,
        CancellationToken cancellationToken)
    {
        ValueTask<RateLimitLease> turn = pacer.AcquireAsync(endpoint, options, cancellationToken);
        if (!turn.IsCompleted)
        {
            Log.TurnWait(telemetry.Logger, pacer.Profile.LogName, endpoint.Name);
        }

        RateLimitLease permit = await turn.ConfigureAwait(false);
        if (passes is not null)
        {
            passes.Hold(permit);
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            ServicePacer.GiveBack(permit);
        }
    }

    // A call that is bound to fail for want of a key or of readable settings does so at once, and takes no permit.
    private static ServiceOptions? OptionsOf(ServiceAccount account)
    {
        try
        {
            ServiceOptions options = account.OptionsForCall();
            return account.Profile.KeyIsOptional || options.Credential is { Length: > 0 } ? options : null;
        }
        catch (SeoAuditException)
        {
            return null;
        }
    }
}
