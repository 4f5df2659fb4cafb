namespace SeoAudit.Client.Tests.Support;

/// <summary>All that is done for one test, on whichever threads: whether any of them is at it just now.</summary>
internal sealed class TestFlow
{
    // The runtime tells whenever a thread takes up or puts down work that belongs to a flow.
    private static readonly AsyncLocal<TestFlow?> Local = new(static change => Move(change.PreviousValue, change.CurrentValue));
    private static int _poolThreads;
    private static int _moves;

    private int _threads;
    private int _entries;

    public static TestFlow Current => Local.Value ?? throw new InvalidOperationException("Nothing keeps track of this test.");

    /// <summary>How often any thread has taken up or put down the work of any flow.</summary>
    public static int Moves => Volatile.Read(ref _moves);

    /// <summary>How many threads of the pool are at the work of any flow.</summary>
    public static int PoolThreads => Volatile.Read(ref _poolThreads);

    /// <summary>How many threads are at its work.</summary>
    public int Threads => Volatile.Read(ref _threads);

    /// <summary>How often a thread has taken up its work.</summary>
    public int Entries => Volatile.Read(ref _entries);

    /// <summary>Has a new flow take up what the caller does from here on, and what that leads to.</summary>
    public static void Begin() => Local.Value = new TestFlow();

    // A thread is counted among its flow's before it is among the pool's, and after: who looks in between sees one too many.
    private static void Move(TestFlow? from, TestFlow? to)
    {
        int onPool = Thread.CurrentThread.IsThreadPoolThread ? 1 : 0;
        Interlocked.Increment(ref _moves);
        if (from is not null)
        {
            Interlocked.Add(ref _poolThreads, -onPool);
            Interlocked.Decrement(ref from._threads);
        }

        if (to is not null)
        {
            Interlocked.Increment(ref to._threads);
            Interlocked.Increment(ref to._entries);
            Interlocked.Add(ref _poolThreads, onPool);
        }
    }
}
