using System.Net.Http.Headers;
using System.Text.Json;
using SeoAudit.Emulator.Seogent.Wire;

namespace SeoAudit.Emulator.Seogent;

/// <summary>Sends the results of completed scans to their webhooks, again when they are not answered with success, or when the options ask for it.</summary>
internal sealed class WebhookSender(
    SeogentEmulatorOptions options, Func<Uri, bool> mayFetch, EmulatorLedger ledger, TimeProvider timeProvider) : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    // A proxy of the surroundings must not see what stays on loopback, and a redirect could lead off it.
    private readonly HttpClient _http = new(
        new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false }, disposeHandler: true)
    {
        Timeout = System.Threading.Timeout.InfiniteTimeSpan,
    };

    private int _completed;

    public void Dispose() => _http.Dispose();

    public async Task SendAsync(Scan scan, CancellationToken cancellationToken)
    {
        if (scan.Request.WebhookUrl is not { } url || !mayFetch(url))
            return;

        int number = Interlocked.Increment(ref _completed);
        if (number <= options.WebhookHoldbacks.Count)
            await Task.Delay(options.WebhookHoldbacks[number - 1], timeProvider, cancellationToken).ConfigureAwait(false);

        byte[] payload = JsonSerializer.SerializeToUtf8Bytes(
            ScanResults.Of(scan, ResultsQuery.FirstPage, options), SeogentJson.Default.SeogentResults);
        await Task.WhenAll(Enumerable.Range(1, options.WebhookCopies)
            .Select(copy => SendCopyAsync(scan.Id, url, payload, copy, cancellationToken))).ConfigureAwait(false);
    }

    private async Task SendCopyAsync(string scanId, Uri url, byte[] payload, int copy, CancellationToken cancellationToken)
    {
        int retries = 0;
        int repeats = 0;
        for (int attempt = 1; ; attempt++)
        {
            int? status = await TrySendAsync(url, payload, cancellationToken).ConfigureAwait(false);
            ledger.Add(new LedgerWebhook
            {
                ScanId = scanId,
                Url = url,
                Copy = copy,
                Attempt = attempt,
                StatusCode = status,
                At = timeProvider.GetUtcNow(),
            });
            bool succeeded = status is >= 200 and < 300;
            IList<TimeSpan> delays = succeeded ? options.WebhookRepeatDelays : options.WebhookRetryDelays;
            int next = succeeded ? repeats++ : retries++;
            if (next >= delays.Count)
                return;
            await Task.Delay(delays[next], timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<int?> TrySendAsync(Uri url, byte[] payload, CancellationToken cancellationToken)
    {
        // The network lives in real time, whatever clock the scans go by.
        using var timeout = new CancellationTokenSource(Timeout, TimeProvider.System);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var content = new ByteArrayContent(payload);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = content };
        try
        {
            using HttpResponseMessage response =
                await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, linked.Token).ConfigureAwait(false);
            return (int)response.StatusCode;
        }
        catch (Exception failure) when (
            failure is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
