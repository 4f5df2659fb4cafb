namespace SeoAudit.Client.Tests.Support;

/// <summary>A thread that neither the pool nor the flow of a test counts among its own, to watch them from.</summary>
internal static class OwnThread
{
    public static Task RunAsync(Action action)
    {
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            try
            {
                action();
                over.SetResult();
            }
            catch (Exception exception)
            {
                over.SetException(exception);
            }
        })
        {
            IsBackground = true,
        };
        thread.UnsafeStart();
        return over.Task;
    }
}
