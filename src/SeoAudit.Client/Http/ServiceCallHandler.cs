using System.Net;

namespace SeoAudit.Client.Http;

/// <summary>
/// The outermost handler: gives a request its key, and turns everything that is not a readable success into a
/// <see cref="SeoAuditException"/>.
/// </summary>
internal sealed class ServiceCallHandler(ServiceAccount defaultAccount, TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ServiceAccount account = ServiceAccount.Of(request, defaultAccount);
        if (account.Watch is { } watch)
        {
            await watch.EnterAsync(time, cancellationToken).ConfigureAwait(false);
        }

        ServiceCall call = Begin(request, account);
        if (call is { Endpoint.Kind: EndpointKind.Write, Watch.WasSent: true })
        {
            throw call.Watch.Failure ?? SentBefore(call);
        }

        HttpResponseMessage response;
        try
        {
            response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // Whatever the pipeline made of it, a call that its caller gave up is cancelled and nothing else.
            throw cancellationToken.IsCancellationRequested
                ? call.Cancelled(exception, cancellationToken)
                : Failed(TransportFailure.Translate(exception, call), call);
        }
        finally
        {
            call.Watch?.End(request, call.Elapsed);
        }

        if (call.Failure is null && IsReadable(response, call.Endpoint))
        {
            return response;
        }

        using (response)
        {
            throw Failed(
                call.Failure ?? UnreadableResponse.Create(call, response.StatusCode, "without content", response.Content as ResponseBody),
                call);
        }
    }

    private static SeoAuditException Failed(SeoAuditException failure, ServiceCall call)
    {
        if (call.Watch is { } watch)
        {
            watch.Failure = failure;
        }

        return failure;
    }

    // What may have been accepted is looked for before it is sent again, which a handler that the app put around the call cannot do.
    private static SeoAuditException SentBefore(ServiceCall call) =>
        new($"{call.Name} was not sent again: what came of the first time is not known.")
        {
            Facts = call.Facts() with { IsTransient = true },
        };

    private static bool IsReadable(HttpResponseMessage response, ServiceEndpoint endpoint) =>
        endpoint.StreamedMediaType is not null
        || (response.StatusCode != HttpStatusCode.NoContent && response.Content is not ResponseBody { Bytes.IsEmpty: true });

    private ServiceCall Begin(HttpRequestMessage request, ServiceAccount account)
    {
        ServiceEndpoint endpoint = account.Profile.EndpointOf(request)
            ?? throw new InvalidOperationException("Requests to a service are made through its Refit interface.");
        ServiceOptions options = account.OptionsForCall();
        var call = new ServiceCall(account.Profile, endpoint, options, time, account.IsBulk, account.Watch);
        call.AttachTo(request);
        if (!request.Headers.NonValidated.Contains("Accept"))
        {
            request.Headers.TryAddWithoutValidation("Accept", "application/json");
        }

        if (endpoint.Kind == EndpointKind.Write)
        {
            // The platform sends a request without content again by itself when the connection closes before the answer.
            // Refit reads a body into memory beforehand, and then nobody sees when it is sent.
            request.Content = request.Content is RequestBody body ? body.Anew() : request.Content ?? new RequestBody([]);
        }

        if (!endpoint.Anonymous)
        {
            Authenticate(request, call);
        }

        return call;
    }

    private static void Authenticate(HttpRequestMessage request, ServiceCall call)
    {
        ServiceProfile profile = call.Profile;
        if (call.Credential is not { Length: > 0 } credential)
        {
            if (profile.KeyIsOptional)
            {
                return;
            }

            throw new SeoAuditAuthenticationException(
                $"{profile.Name} needs a key: set {SeoAuditOptions.SectionName}:{profile.KeySetting}, in the environment "
                + $"{SeoAuditOptions.SectionName}__{profile.KeySetting.Replace(":", "__", StringComparison.Ordinal)}.")
            {
                Service = profile.Service,
                Operation = call.Endpoint.Name,
            };
        }

        // Checked once more: settings of a client of one's own may have changed since they were validated.
        if (!KeyDestination.IsHeaderText(credential))
        {
            throw new SeoAuditException($"{profile.Name} cannot be called: {profile.KeySetting} must hold visible ASCII characters only, without spaces or line ends.")
            {
                Service = profile.Service,
                Operation = call.Endpoint.Name,
            };
        }

        KeyDestination.Verify(request.RequestUri!, call.Options.BaseAddress, profile);
        profile.Authenticate(request, credential);
    }
}
