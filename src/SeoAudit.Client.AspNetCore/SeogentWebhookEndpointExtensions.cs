using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpLogging;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SeoAudit.Client.AspNetCore;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the endpoint that receives SEOgent's webhooks.</summary>
public static class SeogentWebhookEndpointExtensions
{
    /// <summary>Maps an endpoint that hands completed scans to the app's <see cref="ISeogentWebhookHandler"/>.</summary>
    /// <param name="endpoints">The app's endpoints.</param>
    /// <param name="pattern">The path, e.g. <c>/seo-callback</c>.</param>
    /// <param name="serviceKey">The key of the account, as <c>AddKeyedSeoAudit()</c> got it; null for the one of <c>AddSeoAudit()</c>.</param>
    /// <returns>A builder to go on with.</returns>
    /// <exception cref="InvalidOperationException"><c>AddSeogentWebhooks()</c> was not called for the account, or no handler is registered.</exception>
    public static IEndpointConventionBuilder MapSeogentWebhook(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern, string? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        bool hasHandler = endpoints.ServiceProvider.GetRequiredService<IServiceProviderIsKeyedService>().IsKeyedService(typeof(ISeogentWebhookHandler), serviceKey);
        return hasHandler
            ? Map(endpoints, pattern, serviceKey, static (receiver, request) => receiver.ReceiveAsync(request))
            : throw new InvalidOperationException(
                $"Register an {nameof(ISeogentWebhookHandler)}{(serviceKey is null ? "" : " with the key of the account")}, or map the webhook with a delegate.");
    }

    /// <summary>Maps an endpoint that hands completed scans to a delegate.</summary>
    /// <param name="endpoints">The app's endpoints.</param>
    /// <param name="pattern">The path, e.g. <c>/seo-callback</c>.</param>
    /// <param name="handler">Handles a scan; see <see cref="ISeogentWebhookHandler.HandleAsync"/>.</param>
    /// <param name="serviceKey">The key of the account, as <c>AddKeyedSeoAudit()</c> got it; null for the one of <c>AddSeoAudit()</c>.</param>
    /// <returns>A builder to go on with.</returns>
    /// <exception cref="InvalidOperationException"><c>AddSeogentWebhooks()</c> was not called for the account.</exception>
    public static IEndpointConventionBuilder MapSeogentWebhook(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern,
        Func<SeogentScanCompleted, CancellationToken, Task> handler,
        string? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(handler);
        return Map(endpoints, pattern, serviceKey, (receiver, request) => receiver.ReceiveAsync(request, handler));
    }

    private static IEndpointConventionBuilder Map(
        IEndpointRouteBuilder endpoints,
        string pattern,
        string? serviceKey,
        Func<SeogentWebhookReceiver, HttpRequest, Task<SeogentWebhookResult>> receive)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        SeogentWebhookReceiver receiver = endpoints.ServiceProvider.GetKeyedService<SeogentWebhookReceiver>(serviceKey)
            ?? throw new InvalidOperationException("Call AddSeogentWebhooks() on what AddSeoAudit() or AddKeyedSeoAudit() returns for this account.");
        return endpoints
            .MapPost(pattern, async Task (context) =>
            {
                SeogentWebhookResult result = await receive(receiver, context.Request).ConfigureAwait(false);
                await result.ExecuteAsync(context).ConfigureAwait(false);
            })
            // The query carries the secret.
            .WithHttpLogging(HttpLoggingFields.None)
            .WithDisplayName("SEOgent webhook");
    }
}
