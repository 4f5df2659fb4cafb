using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Cancellation;

/// <summary>Each allowance of time, as it runs out and as it meets a caller who gives up.</summary>
public sealed class TimeoutKindTests
{
    private static readonly TimeSpan Allowance = TimeSpan.FromSeconds(20);

    public static TheoryData<TimeoutKind> Kinds => [.. Enum.GetValues<TimeoutKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_time_out_of_any_kind_says_which_it_was(TimeoutKind kind)
    {
        using var scene = new Scene();

        var exception = await Assert.ThrowsAsync<SeoAuditTimeoutException>(() => scene.RunAsync(kind, CancellationToken.None));

        Assert.Equal((kind, Allowance), (exception.Kind, exception.Timeout));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Who_gives_up_before_it_is_cancelled(TimeoutKind kind)
    {
        using var scene = new Scene();
        using var source = new CancellationTokenSource(Allowance - TimeSpan.FromMilliseconds(200), scene.Time);

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => scene.RunAsync(kind, source.Token));

        Assert.Equal(source.Token, exception.CancellationToken);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Whose_token_only_could_be_cancelled_has_a_time_out(TimeoutKind kind)
    {
        using var scene = new Scene();
        using var source = new CancellationTokenSource();

        var exception = await Assert.ThrowsAsync<SeoAuditTimeoutException>(() => scene.RunAsync(kind, source.Token));

        Assert.Equal(kind, exception.Kind);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_gives_up_during_the_last_poll_before_the_deadline_is_cancelled_however_it_ends(bool fails)
    {
        using var source = new CancellationTokenSource();
        using var scene = new Scene();
        scene.Handler = (_, _) =>
        {
            scene.Time.Advance(Allowance);
            source.Cancel();
            return Task.FromResult(fails
                ? ScriptedHandler.Json("{}", System.Net.HttpStatusCode.InternalServerError)
                : ScriptedHandler.Json(Seogent.SeogentSamples.StateOf("crawling")));
        };

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => scene.CallAsync(TimeoutKind.Wait, source.Token));

        Assert.Equal(source.Token, exception.CancellationToken);
    }

    private sealed class Scene : IDisposable
    {
        private readonly ScriptedHandler _primary;
        private readonly ISeoAuditClient _client;

        public Scene()
        {
            _primary = new ScriptedHandler((request, stop) => Handler(request, stop));
            _client = TestClient.Create(_primary, Time, static options =>
            {
                options.Seogent.MaxRetries = 0;
                options.Seogent.AttemptTimeout = Allowance;
                options.MetricSpot.AttemptTimeout = Allowance;
                options.SeoPeek.AttemptTimeout = Allowance;
                options.SeoPeek.TotalTimeout = Allowance;
                options.SeoPeek.MaxRetries = 0;
            });
        }

        public Microsoft.Extensions.Time.Testing.FakeTimeProvider Time { get; } = new();

        public Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Handler { get; set; } = AnswerAsync;

        public async Task RunAsync(TimeoutKind kind, CancellationToken cancellationToken)
        {
            // It is where it waits when this comes back, so that the clock finds it there.
            Task run = CallAsync(kind, cancellationToken);
            await Time.AdvanceUntilAsync(run, TimeSpan.FromMilliseconds(100), steps: 400);
            await run;
        }

        public Task CallAsync(TimeoutKind kind, CancellationToken cancellationToken) => kind switch
        {
            TimeoutKind.Attempt => _client.Seogent.GetCreditsAsync(cancellationToken),
            TimeoutKind.Call => _client.SeoPeek.AuditAsync(ScriptedServices.Page, cancellationToken),
            TimeoutKind.Wait => _client.Seogent.GetScan("s").WaitForCompletionAsync(new WaitOptions { Timeout = Allowance }, cancellationToken),
            TimeoutKind.Idle => ReadAsync(_client.MetricSpot.DownloadPdfAsync("1", cancellationToken), cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

        public void Dispose() => _primary.Dispose();

        private static async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            string path = request.RequestUri!.AbsolutePath;
            if (path.EndsWith("/scans/s", StringComparison.Ordinal))
            {
                return ScriptedHandler.Json(Seogent.SeogentSamples.StateOf("crawling"));
            }

            if (path.Contains("/pdfs/", StringComparison.Ordinal))
            {
                var pipe = new System.IO.Pipelines.Pipe();
                await pipe.Writer.WriteAsync("%PDF"u8.ToArray(), cancellationToken);
                var content = new StreamContent(pipe.Reader.AsStream());
                content.Headers.ContentType = new System.Net.Http.Headers.MediaTypeHeaderValue("application/pdf");
                return new HttpResponseMessage { Content = content };
            }

            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException();
        }

        private static async Task ReadAsync(Task<Stream> opening, CancellationToken cancellationToken)
        {
            await using Stream file = await opening;
            await file.CopyToAsync(Stream.Null, cancellationToken);
        }
    }
}
