using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Diagnostics;

/// <summary>A service that says the key, and other things that are nobody's business, wherever it can.</summary>
public sealed class TelemetrySecrecyTests
{
    private const string Word = "words-of-the-service";

    private static readonly string[] Secrets = [TestClient.SeoPeekKey, TestClient.SeogentKey, TestClient.MetricSpotKey, Word, "page-of-a-customer", "signature"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(200)]
    [InlineData(302)]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(422)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(0)]
    public async Task Nothing_that_is_said_gets_into_the_telemetry(int status)
    {
        await using var app = new TelemetryApp(
            request => Echo(request, status),
            static options =>
            {
                foreach (ServiceOptions service in new ServiceOptions[] { options.SeoPeek, options.Seogent, options.MetricSpot })
                {
                    (service.MaxRetries, service.RetryDelay) = (1, TimeSpan.Zero);
                }
            });
        using var measured = new Measured(app.Services.GetRequiredService<IMeterFactory>());
        var page = new Uri("https://example.com/page-of-a-customer?signature=1");
        foreach (Func<Task> call in (Func<Task>[])
        [
            () => app.Client.AuditPageAsync(page, cancellationToken: Stop),
            () => app.Client.Seogent.GetCreditsAsync(Stop),
            () => app.Client.Seogent.GetScan("1").WaitForCompletionAsync(new WaitOptions { Timeout = TimeSpan.FromSeconds(2) }, Stop),
            () => app.Client.MetricSpot.QueueAuditAsync(page, Stop),
            () => new PdfOperation(app.Client.MetricSpot, "1", timeProvider: app.Time).WaitForCompletionAsync(new WaitOptions { Timeout = TimeSpan.FromSeconds(2) }, Stop),
            () => app.Client.AuditPagesAsync(new[] { page }, cancellationToken: Stop).CollectAsync(),
            () => app.Client.ReadSitemapAsync(page, cancellationToken: Stop).CollectAsync(),
        ])
        {
            await app.RunAsync(async () => await Record.ExceptionAsync(call));
        }

        Activity[] spans = [.. app.EndSpans()];
        string[] said =
        [
            .. spans.Select(static span => $"{span.DisplayName} {span.StatusDescription} {string.Join(' ', span.TagObjects)} {string.Join(' ', span.Events)}"),
            .. app.Logged.Select(static record => $"{record.Message} {string.Join(' ', record.StructuredState!)} {record.Exception}"),
            .. measured.Tags,
        ];
        Assert.True(spans.Length > 14, $"{spans.Length}");
        Assert.NotEmpty(measured.Tags);
        Assert.All(said, static line => Assert.All(Secrets, secret => Assert.DoesNotContain(secret, line, StringComparison.OrdinalIgnoreCase)));
    }

    private static HttpResponseMessage Echo(HttpRequestMessage request, int status)
    {
        string key = request.Headers.Authorization?.Parameter
            ?? (request.Headers.TryGetValues("x-api-key", out IEnumerable<string>? keys) ? keys.Single() : Word);
        string said = $"{key} {Word}";
        if (status == 0)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, said, new IOException(said));
        }

        HttpResponseMessage response = ScriptedHandler.Json(
            $$$"""{"message":"{{{said}}}","error_code":"{{{said}}}","errors":{"x":["{{{said}}}"]},"status":"{{{said}}}","scan_id":"{{{said}}}","balance":1}""",
            (HttpStatusCode)status);
        response.ReasonPhrase = said;
        response.Headers.TryAddWithoutValidation("x-request-id", said);
        response.Headers.TryAddWithoutValidation("Server", said);
        response.Headers.Location = new Uri($"https://elsewhere.example/{Word}");
        return response;
    }

    /// <summary>The attributes of all that one app measures.</summary>
    private sealed class Measured : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly ConcurrentQueue<string> _tags = new();

        public Measured(IMeterFactory meters)
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (ReferenceEquals(instrument.Meter.Scope, meters) && instrument.Meter.Name == SeoAuditTelemetry.MeterName)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => _tags.Enqueue(Words(instrument, tags)));
            _listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => _tags.Enqueue(Words(instrument, tags)));
            _listener.Start();
        }

        public IReadOnlyCollection<string> Tags => _tags;

        public void Dispose() => _listener.Dispose();

        private static string Words(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            $"{instrument.Name} {string.Join(' ', tags.ToArray())}";
    }
}
