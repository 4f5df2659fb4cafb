using System.Diagnostics.CodeAnalysis;

namespace SeoAudit.Client.Hangfire.Storage;

/// <summary>
/// Threads for calls that block, which is all that Hangfire's storages offer: were the app's own pool to wait for them, a few batches
/// would leave it no thread to take answers with. They are started when needed, and end when nothing has come for a while.
/// </summary>
internal sealed class StorageThreads : TaskScheduler
{
    private const int Most = 16;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Queue<Task> _work = [];
    private int _threads;
    private int _idle;

    public override int MaximumConcurrencyLevel => Most;

    protected override void QueueTask(Task task)
    {
        lock (_work)
        {
            _work.Enqueue(task);
            if (_idle >= _work.Count)
            {
                Monitor.Pulse(_work);
            }
            else if (_threads < Most)
            {
                _threads++;
                new Thread(Work) { IsBackground = true, Name = "SeoAudit storage" }.UnsafeStart();
            }
        }
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (_work)
        {
            return [.. _work];
        }
    }

    private void Work()
    {
        while (TryTake(out Task? task))
        {
            TryExecuteTask(task);
        }
    }

    private bool TryTake([NotNullWhen(true)] out Task? task)
    {
        lock (_work)
        {
            while (_work.Count == 0)
            {
                _idle++;
                bool isWoken = Monitor.Wait(_work, Patience);
                _idle--;
                if (!isWoken && _work.Count == 0)
                {
                    _threads--;
                    task = null;
                    return false;
                }
            }

            task = _work.Dequeue();
            return true;
        }
    }
}
