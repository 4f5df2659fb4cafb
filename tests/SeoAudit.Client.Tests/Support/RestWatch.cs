using System.Diagnostics;

namespace SeoAudit.Client.Tests.Support;

/// <summary>
/// Tells when a test has nothing left to do but to wait: no thread is at its work, none is about to take it up, and none of it is
/// queued. However slow the machine is, what is still to be done is seen.
/// </summary>
/// <param name="flow">The test's.</param>
internal sealed class RestWatch(TestFlow flow)
{
    // For a thread that blocks until the clock moves: it never comes to rest.
    private static readonly TimeSpan BlockedLimit = TimeSpan.FromSeconds(5);

    // What other threads of the pool are at may be the test's, which they have only just taken from the queue.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LittlePatience = TimeSpan.FromMilliseconds(2);
    private static readonly int MaxPoolThreads = CountPoolThreads();

    // Where threads that belong to no test are busy all along, waiting for them each time would take too long.
    private TimeSpan _spentOnOthers;

    private enum Sight
    {
        AtWork,
        AtRestButOthersMayBeAtIt,
        AtRest,
    }

    /// <summary>Blocks until the test is at rest, or what it waits for is over.</summary>
    public void Wait(Task until)
    {
        long started = Stopwatch.GetTimestamp();
        long? restingSince = null;
        int entries = flow.Entries;
        var spin = new SpinWait();
        while (!until.IsCompleted && Stopwatch.GetElapsedTime(started) < BlockedLimit)
        {
            Sight sight = Look();
            if (sight == Sight.AtRest)
            {
                return;
            }

            if (sight == Sight.AtWork || entries != flow.Entries)
            {
                (restingSince, entries) = (null, flow.Entries);
            }
            else if (restingSince is not { } since)
            {
                restingSince = Stopwatch.GetTimestamp();
            }
            else if (Stopwatch.GetElapsedTime(since) is var waited && waited > (_spentOnOthers < BlockedLimit ? Patience : LittlePatience))
            {
                _spentOnOthers += waited;
                return;
            }

            spin.SpinOnce();
        }
    }

    // Where no work of the test's is begun while this looks, none can pass from one place to another behind its back.
    private Sight Look()
    {
        (int entries, int moves) = (flow.Entries, TestFlow.Moves);
        if (flow.Threads != 0 || ThreadPool.PendingWorkItemCount != 0)
        {
            return Sight.AtWork;
        }

        int known = TestFlow.PoolThreads;
        ThreadPool.GetAvailableThreads(out int idle, out _);
        if (flow.Threads != 0 || flow.Entries != entries)
        {
            return Sight.AtWork;
        }

        return MaxPoolThreads - idle <= known && TestFlow.Moves == moves ? Sight.AtRest : Sight.AtRestButOthersMayBeAtIt;
    }

    private static int CountPoolThreads()
    {
        ThreadPool.GetMaxThreads(out int most, out _);
        return most;
    }
}
