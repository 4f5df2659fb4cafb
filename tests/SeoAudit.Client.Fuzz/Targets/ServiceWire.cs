using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using Refit;
using SeoAudit.Client.Diagnostics;
using SeoAudit.Client.Http;

namespace SeoAudit.Client.Fuzz.Targets;

/// <summary>The handlers and the serializer of one service as an app has them, without the network, the retries and the pacing.</summary>
internal sealed class ServiceWire
{
    public const string Key = "sk_FuzzedKey_0123456789";

    private static readonly ClientTelemetry Telemetry = ActivatorUtilities.CreateInstance<ClientTelemetry>(
        new ServiceCollection().AddMetrics().AddLogging().BuildServiceProvider());

    private readonly Func<HttpRequestMessage, Task<HttpResponseMessage>> _send;
    private readonly JsonBodySerializer _serializer;
    private readonly ServiceOptions _options;

    public ServiceWire(ServiceProfile profile, JsonSerializerContext context)
    {
        Profile = profile;
        var options = new SeoAuditOptions();
        options.SeoPeek.ApiKey = Key;
        options.Seogent.ApiToken = Key;
        options.MetricSpot.ApiKey = Key;
        _options = profile.Select(options);
        var account = new ServiceAccount(profile, () => options);
        var invoker = new HttpMessageInvoker(new ServiceCallHandler(account, TimeProvider.System) { InnerHandler = new AttemptHandler { InnerHandler = new CannedHandler() } });
        _send = request => invoker.SendAsync(request, CancellationToken.None);
        _serializer = new JsonBodySerializer(context, Telemetry);
    }

    public ServiceProfile Profile { get; }

    public async Task<T> AskAsync<T>(string method, HttpResponseMessage answer)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _options.BaseAddress);
        request.Options.Set(new HttpRequestOptionsKey<string>(HttpRequestMessageOptions.MethodName), method);
        request.Options.Set(CannedHandler.Answer, answer);
        using HttpResponseMessage response = await _send(request);
        return (await _serializer.FromHttpContentAsync<T>(response.Content))!;
    }
}
