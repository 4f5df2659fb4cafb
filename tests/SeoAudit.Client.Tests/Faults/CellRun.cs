using Microsoft.Extensions.DependencyInjection;
using SeoAudit.Client.DependencyInjection;
using SeoAudit.Client.Http;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Faults;

/// <summary>Makes the calls of one endpoint, one client for all of its cells, and says what was seen.</summary>
internal sealed class CellRun : IDisposable
{
    // No circuit may open because of the cells before.
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(2);

    // What is waited beyond what the service asked for is bounded.
    private static readonly TimeSpan MostBeyond = TimeSpan.FromSeconds(2.1);

    private readonly MatrixEndpoint _endpoint;
    private readonly FaultClock _clock;
    private readonly FaultPlayer _player;
    private readonly ServiceProvider _services;

    /// <param name="endpoint">What is called.</param>
    /// <param name="early">How much too early timers ring.</param>
    public CellRun(MatrixEndpoint endpoint, TimeSpan early = default)
    {
        _clock = new FaultClock { Early = early };
        _endpoint = endpoint;
        _player = new FaultPlayer(endpoint, _clock);
        // An account of its own: what the account has created is shared by all clients in a process.
        _services = TestClient.Services(_player, _clock, static options =>
        {
            options.Seogent.ApiToken = $"sk_{Guid.NewGuid():N}";
            options.MetricSpot.Spacing = TimeSpan.Zero;
            options.MetricSpot.ApiKey = $"ms_{Guid.NewGuid():N}";
        });
    }

    public async Task<Cell> SeeAsync(Fault fault, int times = int.MaxValue, Listing listing = Listing.NotThere)
    {
        // Its clock does not wait for other runs.
        TestFlow.Begin();
        _clock.Advance(Rest);
        _clock.Forget();
        _player.Begin(fault, times, listing);
        DateTimeOffset started = _clock.GetUtcNow();
        Exception? thrown = await Record.ExceptionAsync(() => _clock.RunAsync(CallAsync));
        return new Cell(thrown?.GetType(), _player.Attempts, Classify(), (thrown as SeoAuditException)?.IsTransient ?? false)
        {
            Looks = _player.Looks,
            HasRetryAt = (thrown as SeoAuditException)?.RateLimit?.RetryAt is not null,
            TimedOut = (thrown as SeoAuditTimeoutException)?.Kind,
            Fault = string.Join(' ', Faults(thrown, _clock.GetUtcNow() - started)),
        };
    }

    // A stream that was handed on may be silent for as long as an attempt may take, beside what it took to come by it.
    private TimeSpan Budget => TimeSpan.FromSeconds(
        _endpoint.TotalTimeout + (_endpoint.Column is EndpointColumn.Stream or EndpointColumn.Download ? _endpoint.AttemptTimeout : 0));

    public void Dispose() => _services.Dispose();

    private Task CallAsync() => _endpoint.Call(
        _services.GetRequiredService<ISeoAuditClient>(), _services.GetRequiredKeyedService<ClientSet>(null).Downloader);

    private Waits Classify()
    {
        IReadOnlyList<TimeSpan> delays = _clock.Delays;
        bool isAsked = _player.Latest > TimeSpan.Zero;
        return delays.Count == 0 ? Waits.None
            : isAsked ? (_player.Latest <= MostBeyond ? Waits.Asked : Waits.Wrong)
            : AreBackoff(delays) ? Waits.Backoff
            // The service is given a moment before it is looked at for the last time.
            : _player.Looks > 0 && delays.Count == _player.Attempts && IsBackoff(delays[^1], retry: 0) && AreBackoff(delays.SkipLast(1)) ? Waits.Backoff
            : Waits.Wrong;
    }

    private static bool AreBackoff(IEnumerable<TimeSpan> delays) =>
        delays.Select(static (delay, index) => IsBackoff(delay, index)).All(static isBackoff => isBackoff);

    private static bool IsBackoff(TimeSpan delay, int retry)
    {
        double expected = 0.5 * Math.Pow(2, retry);
        // Delays are whole milliseconds.
        return delay.TotalSeconds >= (expected * 0.8) - 0.001 && delay.TotalSeconds <= expected * 1.2;
    }

    private IEnumerable<string> Faults(Exception? thrown, TimeSpan took)
    {
        if (thrown is not null and not SeoAuditException)
        {
            yield return $"Not an exception of the SDK: {thrown}";
        }

        if (thrown is SeoAuditException known && known.Attempts != _player.Attempts)
        {
            yield return $"It says {known.Attempts} attempts.";
        }

        if (_player.Held > 0)
        {
            yield return $"{_player.Held} answers are not disposed.";
        }

        if (_player.TooEarly > 0)
        {
            yield return $"{_player.TooEarly} attempts came before the service allowed them.";
        }

        if (thrown is not null && took > Budget)
        {
            yield return $"It took {took}.";
        }
    }
}
