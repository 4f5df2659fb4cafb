using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.SeoPeek;

namespace SeoAudit.Client.AspNetCore.HealthChecks;

/// <summary>Asks a service, by a call that costs nothing, how it is.</summary>
internal sealed class ServiceProbe(ISeoAuditClient client, SeoAuditHealthOptions options, TimeProvider time)
{
    public async Task<ServiceHealth> AskAsync(AuditService service, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            return service switch
            {
                AuditService.SeoPeek => await AskSeoPeekAsync(either.Token).ConfigureAwait(false),
                AuditService.Seogent => await AskSeogentAsync(either.Token).ConfigureAwait(false),
                _ => await AskMetricSpotAsync(either.Token).ConfigureAwait(false),
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ServiceHealth(service, HealthStatus.Unhealthy, string.Create(CultureInfo.InvariantCulture, $"no answer within {options.Timeout.TotalSeconds} seconds"))
            {
                IsReachable = false,
            };
        }
        catch (SeoAuditAuthenticationException exception)
        {
            return new ServiceHealth(service, HealthStatus.Unhealthy, "the key is missing or refused")
            {
                IsReachable = exception.StatusCode is null ? null : true,
                IsKeyAccepted = false,
                Exception = exception,
            };
        }
        catch (SeoAuditRateLimitException exception)
        {
            return new ServiceHealth(service, HealthStatus.Degraded, "more calls than it allows") { IsReachable = true, Exception = exception };
        }
        catch (SeoAuditException exception)
        {
            return new ServiceHealth(service, HealthStatus.Unhealthy, "the call failed")
            {
                IsReachable = exception.StatusCode is not null,
                Exception = exception,
            };
        }
    }

    private async Task<ServiceHealth> AskSeoPeekAsync(CancellationToken cancellationToken)
    {
        SeoPeekHealth health = await client.SeoPeek.GetHealthAsync(cancellationToken).ConfigureAwait(false);
        return string.Equals(health.Status, "ok", StringComparison.OrdinalIgnoreCase)
            ? WithQuota(AuditService.SeoPeek, isKeyAccepted: null)
            : new ServiceHealth(AuditService.SeoPeek, HealthStatus.Unhealthy, "it does not call itself well") { IsReachable = true };
    }

    private async Task<ServiceHealth> AskSeogentAsync(CancellationToken cancellationToken)
    {
        CreditBalance credits = await client.Seogent.GetCreditsAsync(cancellationToken).ConfigureAwait(false);
        bool isLow = credits.Balance < options.MinCredits && !credits.AutoRenew;
        return new ServiceHealth(
            AuditService.Seogent, isLow ? HealthStatus.Degraded : HealthStatus.Healthy, isLow ? Text($"{credits.Balance} credits left") : null)
        {
            IsReachable = true,
            IsKeyAccepted = true,
            Remaining = credits.Balance,
        };
    }

    private async Task<ServiceHealth> AskMetricSpotAsync(CancellationToken cancellationToken)
    {
        await client.MetricSpot.ListAuditsAsync(cancellationToken).ConfigureAwait(false);
        return WithQuota(AuditService.MetricSpot, isKeyAccepted: true);
    }

    private ServiceHealth WithQuota(AuditService service, bool? isKeyAccepted)
    {
        AuditQuota quota = client.GetQuota(service);
        bool isLow = quota is { Limit: > 0 and var limit, Remaining: { } left } && left < limit * options.MinQuotaShare;
        return new ServiceHealth(
            service, isLow ? HealthStatus.Degraded : HealthStatus.Healthy, isLow ? Text($"{quota.Remaining} of {quota.Limit} audits left") : null)
        {
            IsReachable = true,
            IsKeyAccepted = isKeyAccepted,
            Remaining = quota.Remaining,
            Limit = quota.Limit,
        };
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
