using SeoAudit.Client.Diagnostics;
using SeoAudit.Client.Http;

namespace SeoAudit.Client.Creating;

/// <summary>
/// Creates things at a service so that each call buys once: sends again only what was certainly refused, looks for what may have been
/// accepted, and says so when nobody can tell.
/// </summary>
/// <param name="account">The account.</param>
/// <param name="apiFor">The service's API on an account.</param>
/// <param name="time">The clock.</param>
/// <param name="telemetry">Where it is told what became of it.</param>
internal sealed class CreatingCalls<TApi>(
    ServiceAccount account, Func<ServiceAccount, TApi> apiFor, TimeProvider time, ClientTelemetry telemetry)
{
    /// <summary>The service's API for all that creates nothing.</summary>
    public TApi Api { get; } = apiFor(account);

    public ServiceAccount Account => account;

    public TimeProvider Time => time;

    public ClientTelemetry Telemetry => telemetry;

    public CreationEvents Events { get; } = new(telemetry);

    public TApi Watched(CallWatch watch, bool isBulk) => apiFor(account.Watched(watch, isBulk));

    public Task<T> RunAsync<T>(CreationPlan<TApi, T> plan, CancellationToken cancellationToken) =>
        new CreatingCall<TApi, T>(this, plan, account.OptionsForCall()).RunAsync(cancellationToken);
}
