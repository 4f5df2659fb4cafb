using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using SeoAudit.Client.Tests.Conventions;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Cancellation;

/// <summary>Whenever a caller of any public method gives up, it is cancelled by its own token, at once, and leaves nothing behind.</summary>
public sealed class CancellationTests
{
    private static readonly TimeSpan RealLimit = TimeSpan.FromMinutes(1);

    public static TheoryData<string> Calls => [.. PublicCalls.All.Select(static call => call.Name)];

    [Fact]
    public void Every_public_asynchronous_method_is_called_here()
    {
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        IEnumerable<string> methods = ClientAssembly.PublicTypes
            // It only carries out its interface.
            .Where(static type => type != typeof(SeoAuditClient))
            // They wait for another part of the app, and not for time or a service.
            .Where(static type => type != typeof(IScanCompletionSignal) && type != typeof(IBulkAuditJournal))
            .SelectMany(static type => type.GetMethods(Declared))
            .Where(static method => !method.IsSpecialName && IsAsynchronous(method.ReturnType))
            .Select(PublicCall.IdOf);

        Assert.Equal(methods.Order(StringComparer.Ordinal), PublicCalls.All.Select(static call => call.Method).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Calls))]
    [Trait("Thread", "octokit/octokit.net#3079")]
    [Trait("Thread", "App-vNext/Polly#3086")]
    public async Task Who_gives_up_at_any_moment_is_cancelled_by_its_own_token_and_leaves_nothing_running(string name)
    {
        PublicCall call = PublicCalls.All.Single(call => call.Name == name);
        List<Moment> moments = [Moment.Before];
        (int requests, int waits, int items) = await CountAsync(call, isRefused: false);
        moments.AddRange(
            from number in Enumerable.Range(1, requests)
            from point in Enum.GetValues<StallPoint>()
            select new Moment { Request = number, Point = point });
        moments.AddRange(Enumerable.Range(1, waits).Select(static number => new Moment { Wait = number }));
        moments.AddRange(Enumerable.Range(1, Math.Max(0, items - 1)).Select(static number => new Moment { Item = number }));
        Assert.True(moments.Count > 1 != call.IsQuick, "There is no moment at which it waits for anything, or there is although it is said to be quick.");

        var runs = moments.Select(static moment => (Moment: moment, IsRefused: false)).ToList();
        if (requests > 0 && !call.IsSentOnce)
        {
            (_, int refusedWaits, _) = await CountAsync(call, isRefused: true);
            Assert.True(refusedWaits > 0, "A refusal is not waited out.");
            runs.AddRange(Enumerable.Range(1, refusedWaits).Select(static number => (new Moment { Wait = number }, true)));
        }

        var faults = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(
            runs.Select(static (run, index) => (Index: index, Item: run)),
            new ParallelOptions { MaxDegreeOfParallelism = 24 },
            async (run, _) => faults.Add(await TryAsync(call, run.Item.Moment, (Source)(run.Index % 3), run.Item.IsRefused)));

        Assert.All(faults, static fault => Assert.Equal("", fault));
    }

    private static async Task<(int Requests, int Waits, int Items)> CountAsync(PublicCall call, bool isRefused)
    {
        TestFlow.Begin();
        await using CallScene scene = await SetAsync(call, Moment.Before, isRefused);
        Task run = Task.Run(() => call.Run(scene, CancellationToken.None));
        await AdvanceAsync(scene, run);
        await run;
        return (scene.Wire.Requests, scene.Time.Fired, scene.Items);
    }

    private static async Task<string> TryAsync(PublicCall call, Moment moment, Source kind, bool isRefused)
    {
        // Its clock does not wait for the other moments.
        TestFlow.Begin();
        await using CallScene scene = await SetAsync(call, moment, isRefused);
        int timers = scene.Time.Armed;
        using var source = new CancellationTokenSource();
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(source.Token);
        CancellationToken token = kind == Source.Linked ? linked.Token : moment.IsBefore && kind == Source.Plain ? new CancellationToken(true) : source.Token;
        Exception? thrown = null;
        string? left = null;
        try
        {
            if (moment.IsBefore)
            {
                await source.CancelAsync();
            }

            Task run = Task.Run(() => call.Run(scene, token), CancellationToken.None);
            if (!moment.IsBefore)
            {
                await AdvanceAsync(scene, Task.WhenAny(run, scene.Wire.Stalled.Task, scene.Time.Stalled.Task, scene.AtItem.Task));
                if (!run.IsCompleted)
                {
                    await CancelAsync(source, kind);
                }
                else if (moment.Wait is not null && run.IsCompletedSuccessfully)
                {
                    // It did not have to wait that long this time.
                    return "";
                }
            }

            thrown = await Record.ExceptionAsync(() => run.WaitAsync(RealLimit, CancellationToken.None));
            left = await SettledAsync(scene, timers, call.KeepsResult);
        }
        catch (Exception exception)
        {
            thrown = exception;
        }

        string fault = thrown switch
        {
            OperationCanceledException cancelled when cancelled.CancellationToken == token => left ?? "",
            OperationCanceledException => "another token",
            null => "no exception",
            _ => $"{thrown.GetType().Name}: {thrown.Message}",
        };
        return fault.Length == 0 ? "" : $"{(isRefused ? "refused, " : "")}{moment} ({kind}): {fault}";
    }

    private static async Task<CallScene> SetAsync(PublicCall call, Moment moment, bool isRefused)
    {
        var scene = new CallScene();
        if (call.Arrange is { } arrange)
        {
            await arrange(scene);
        }

        if (isRefused)
        {
            scene.Services.Instead.Enqueue(Wire.Json("{}", "503 Service Unavailable", "Retry-After: 7\r\n"));
        }

        scene.Begin(moment);
        return scene;
    }

    private static async Task AdvanceAsync(CallScene scene, Task task)
    {
        long started = Stopwatch.GetTimestamp();
        await new ClockHand(scene.Time, TimeSpan.FromMilliseconds(250), _ => Stopwatch.GetElapsedTime(started) < RealLimit)
        {
            IsHeld = () => scene.InFlight.Count > 0 || scene.Wire.Open > 0,
        }.MoveUntilAsync(task);
        Assert.True(
            task.IsCompleted,
            $"It came to nothing: {scene.InFlight.Count} requests, {scene.Wire.Open} connections, {scene.Time.Armed} timers are under way.");
    }

    private static async Task CancelAsync(CancellationTokenSource source, Source kind)
    {
        if (kind == Source.OtherThread)
        {
            var thread = new Thread(source.Cancel);
            thread.Start();
            await Task.Run(thread.Join);
        }
        else
        {
            await source.CancelAsync();
        }
    }

    /// <summary>Waits for what may end a moment after its call, and says what does not.</summary>
    private static async Task<string?> SettledAsync(CallScene scene, int timers, bool keepsResult)
    {
        long started = Stopwatch.GetTimestamp();
        int begun = scene.InFlight.Begun;
        while (scene.InFlight.Count > 0 || scene.Wire.Open > 0 || scene.Time.Armed > timers)
        {
            if (Stopwatch.GetElapsedTime(started) > RealLimit)
            {
                return $"{scene.InFlight.Count} requests, {scene.Wire.Open} connections, {scene.Time.Armed - timers} timers are left";
            }

            await Task.Delay(1, CancellationToken.None);
            if (keepsResult)
            {
                scene.Time.Advance(TimeSpan.FromSeconds(1));
            }
        }

        return scene.InFlight.Begun == begun ? null : "requests are sent afterwards";
    }

    private static bool IsAsynchronous(Type type) =>
        type.IsAssignableTo(typeof(Task))
        || type == typeof(ValueTask)
        || (type.IsGenericType && type.GetGenericTypeDefinition() is var generic
            && (generic == typeof(ValueTask<>) || generic == typeof(IAsyncEnumerable<>) || generic == typeof(IAsyncEnumerator<>) || generic == typeof(AsyncPages<>)));

    private enum Source
    {
        Plain,
        Linked,
        OtherThread,
    }
}
