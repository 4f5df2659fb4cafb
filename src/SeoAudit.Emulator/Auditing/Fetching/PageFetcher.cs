using System.Net;

namespace SeoAudit.Emulator.Auditing.Fetching;

/// <summary>Fetches over HTTP from allowed hosts only, following redirects itself so that every hop is checked.</summary>
internal sealed class PageFetcher : IDisposable
{
    private readonly PageFetchOptions _options;
    private readonly TimeProvider _time;
    private readonly HostAllowList _allowed;
    private readonly HttpClient _client;

    public PageFetcher(PageFetchOptions options, TimeProvider timeProvider)
    {
        _options = options;
        _time = timeProvider;
        _allowed = new HostAllowList(options.AllowedHosts);
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            UseCookies = false,

            // A proxy would be asked instead of the host that was allowed.
            UseProxy = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        };
        _client = new HttpClient(handler, disposeHandler: true) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
    }

    public PageFetchOptions Options => _options;

    public bool Allows(Uri url) => _allowed.Allows(url);

    /// <summary>Fetches a page: HTML with a status of success.</summary>
    /// <exception cref="PageFetchException">There is no such page, or it may not be fetched.</exception>
    public async Task<FetchedPage> FetchPageAsync(Uri url, CancellationToken cancellationToken)
    {
        FetchedResource response = await SendAsync(HttpMethod.Get, url, ReadPageAsync, cancellationToken).ConfigureAwait(false);
        return new FetchedPage(response, PageDecoder.Decode(response.Body.Span, response.Charset));
    }

    /// <summary>Fetches anything, whatever its status and type.</summary>
    /// <exception cref="PageFetchException">Nothing came, too much came, or the address may not be asked.</exception>
    public Task<FetchedResource> FetchResourceAsync(Uri url, int maxBytes, CancellationToken cancellationToken) =>
        SendAsync(
            HttpMethod.Get, url, (response, head, token) => ReadBodyAsync(response, head, maxBytes, token), cancellationToken);

    /// <summary>The status that an address answers with, its body unread.</summary>
    /// <exception cref="PageFetchException">Nothing came, or the address may not be asked.</exception>
    public async Task<int> FetchStatusAsync(Uri url, CancellationToken cancellationToken)
    {
        FetchedResource head = await SendAsync(HttpMethod.Head, url, HeadOnly, cancellationToken).ConfigureAwait(false);
        if ((HttpStatusCode)head.StatusCode is HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotImplemented)
            head = await SendAsync(HttpMethod.Get, url, HeadOnly, cancellationToken).ConfigureAwait(false);
        return head.StatusCode;

        static Task<FetchedResource> HeadOnly(HttpResponseMessage response, FetchedResource head, CancellationToken token) =>
            Task.FromResult(head);
    }

    public void Dispose() => _client.Dispose();

    private async Task<FetchedResource> SendAsync(
        HttpMethod method,
        Uri url,
        Func<HttpResponseMessage, FetchedResource, CancellationToken, Task<FetchedResource>> read,
        CancellationToken cancellationToken)
    {
        long started = _time.GetTimestamp();
        using var timeout = new CancellationTokenSource(_options.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            Uri current = url;
            for (int redirects = 0; ; redirects++)
            {
                EnsureAllowed(current);
                using HttpRequestMessage request = NewRequest(method, current);
                using HttpResponseMessage response = await _client
                    .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
                if (RedirectTarget.Of(response, current) is not { } target)
                {
                    FetchedResource head = ReadHead(response, url, current, redirects, _time.GetElapsedTime(started));
                    FetchedResource whole = await read(response, head, either.Token).ConfigureAwait(false);
                    return whole with { LoadTime = _time.GetElapsedTime(started) };
                }

                if (redirects == _options.MaxRedirects)
                    throw Unreachable(url, "redirects too often");
                current = target;
            }
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
        catch (OperationCanceledException e)
        {
            throw new PageFetchException(
                PageFetchFailure.TimedOut, FormattableString.Invariant($"{url} did not answer within {_options.Timeout}."), e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException)
        {
            throw Unreachable(url, "cannot be read: " + e.Message, e);
        }
    }

    private void EnsureAllowed(Uri url)
    {
        if (!_allowed.Allows(url))
            throw new PageFetchException(PageFetchFailure.HostNotAllowed, $"{url.Scheme}://{url.Authority} is not an allowed host.");
    }

    private HttpRequestMessage NewRequest(HttpMethod method, Uri url)
    {
        var request = new HttpRequestMessage(method, url);
        request.Headers.TryAddWithoutValidation("User-Agent", _options.UserAgent);
        request.Headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,*/*;q=0.1");
        return request;
    }

    private Task<FetchedResource> ReadPageAsync(
        HttpResponseMessage response, FetchedResource head, CancellationToken cancellationToken)
    {
        if (!head.IsSuccess)
        {
            throw new PageFetchException(
                PageFetchFailure.ErrorStatus, FormattableString.Invariant($"{head.FinalUrl} answered {head.StatusCode}."));
        }

        if (!head.IsHtml)
        {
            throw new PageFetchException(
                PageFetchFailure.NotAPage, $"{head.FinalUrl} is {head.MediaType ?? "of no stated type"}, not HTML.");
        }

        return ReadBodyAsync(response, head, _options.MaxBytes, cancellationToken);
    }

    private static async Task<FetchedResource> ReadBodyAsync(
        HttpResponseMessage response, FetchedResource head, int maxBytes, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > maxBytes)
            throw BoundedReader.TooLarge(maxBytes);
        Stream body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
            return head with { Body = await BoundedReader.ReadAsync(body, maxBytes, cancellationToken).ConfigureAwait(false) };
    }

    private static FetchedResource ReadHead(
        HttpResponseMessage response, Uri requested, Uri final, int redirects, TimeSpan elapsed) =>
        new()
        {
            RequestedUrl = requested,
            FinalUrl = final,
            StatusCode = (int)response.StatusCode,
            MediaType = response.Content.Headers.ContentType?.MediaType,
            Charset = response.Content.Headers.ContentType?.CharSet,
            RobotsTags = response.Headers.TryGetValues("X-Robots-Tag", out IEnumerable<string>? tags) ? [.. tags] : [],
            RedirectCount = redirects,
            TimeToFirstByte = elapsed,
            LoadTime = elapsed,
        };

    private static PageFetchException Unreachable(Uri url, string why, Exception? inner = null) =>
        new(PageFetchFailure.Unreachable, $"{url} {why}", inner);
}
