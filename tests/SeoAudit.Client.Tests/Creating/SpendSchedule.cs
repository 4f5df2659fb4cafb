using System.Globalization;
using SeoAudit.Emulator;

namespace SeoAudit.Client.Tests.Creating;

/// <summary>A random schedule of faults, and calls at once of one account that it is played on.</summary>
internal abstract class SpendSchedule(SpendGround ground, int seed, Random random)
{
    private static readonly LinkFault[] Faults = Enum.GetValues<LinkFault>();

    /// <summary>What its calls create, in a word.</summary>
    public abstract string Kind { get; }

    protected SpendGround Ground => ground;

    protected int Seed => seed;

    protected Random Random => random;

    /// <summary>What the connection tells its requests by.</summary>
    protected abstract string Account { get; }

    protected ISeoAuditClient Client { get; private set; } = null!;

    /// <summary>Plays it, and looks whether each call bought once or told that it cannot tell.</summary>
    /// <returns>Whether all calls ended well, or how the others did.</returns>
    public async Task<string> PlayAsync(CancellationToken stop)
    {
        double trouble = random.NextDouble() * 0.8;
        var isPlaying = false;
        ground.Link.Play(
            Account,
            request => isPlaying ? Next(request.Method == HttpMethod.Post ? trouble : trouble / 3) : LinkFault.None,
            AnsweredAsync);
        var settings = new SeoAuditOptions();
        ServiceOptions service = Configure(settings);
        service.MaxRetries = random.Next(4);
        service.RetryDelay = TimeSpan.FromMilliseconds(random.Next(3));
        Client = ground.Clients.Create(settings);
        await PrepareAsync(stop);

        (string Target, Func<Task<string>> Make)[] calls = [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Call(stop))];
        service.AttemptTimeout = TimeSpan.FromMilliseconds(500);
        isPlaying = true;
        CallEnd[] ends = await Task.WhenAll(calls.Select(static call => CallEnd.OfAsync(call.Target, call.Make)));
        isPlaying = false;

        // Nothing hangs any more, and a machine that is slow may be.
        service.AttemptTimeout = null;
        await CheckAsync(ends, stop);
        return ends.Any(static end => end.Error is SeoAuditOutcomeUnknownException) ? "unknown"
            : ends.All(static end => end.Error is null) ? "well" : "badly";
    }

    /// <summary>A key that no other schedule has.</summary>
    protected static string Key(string prefix, int seed) => prefix + seed.ToString("x48", CultureInfo.InvariantCulture);

    /// <summary>Sets the account and where its service is.</summary>
    protected abstract ServiceOptions Configure(SeoAuditOptions settings);

    /// <summary>Sets an account of MetricSpot, of which nothing is paced.</summary>
    protected ServiceOptions ConfigureMetricSpot(SeoAuditOptions settings, SeoAuditEmulator services)
    {
        settings.MetricSpot.BaseAddress = new Uri(services.BaseAddress, "metricspot/");
        settings.MetricSpot.ApiKey = Account;
        settings.MetricSpot.Spacing = TimeSpan.Zero;
        return settings.MetricSpot;
    }

    /// <summary>Makes what the calls are about, before anything fails.</summary>
    protected virtual Task PrepareAsync(CancellationToken stop) => Task.CompletedTask;

    /// <summary>One of the calls.</summary>
    protected abstract (string Target, Func<Task<string>> Make) Call(CancellationToken stop);

    /// <summary>Is told what the service itself answers, whether or not that reaches the caller.</summary>
    protected virtual Task AnsweredAsync(HttpRequestMessage request, HttpResponseMessage answer) => Task.CompletedTask;

    /// <summary>Compares what the callers got with what the service's ledger has.</summary>
    protected abstract Task CheckAsync(CallEnd[] ends, CancellationToken stop);

    private LinkFault Next(double trouble)
    {
        lock (random)
        {
            if (random.NextDouble() > trouble)
            {
                return LinkFault.None;
            }

            // What hangs takes real time, so there is less of it.
            LinkFault fault = Faults[random.Next(Faults.Length)];
            return fault is LinkFault.HangBeforeArrival or LinkFault.HangAfterHandling && random.Next(8) > 0 ? LinkFault.ResetAfterHandling : fault;
        }
    }
}
