namespace SeoAudit.Client.Caching;

/// <summary>Bounds how long a cache may keep silent: what it has not done by then it is not waited for any more.</summary>
internal sealed class CachePatience(TimeProvider time)
{
    // Clients of caches give up sooner of their own accord; those of Redis after 5 seconds.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <exception cref="TimeoutException">The cache has not answered in time.</exception>
    public async ValueTask<T> WaitAsync<T>(Func<CancellationToken, ValueTask<T>> ask, CancellationToken cancellationToken)
    {
        using var silence = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellationToken);
        try
        {
            ValueTask<T> answer = ask(either.Token);
            return await (answer.IsCompleted ? answer : new(WaitAsync(answer.AsTask(), either.Token))).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (silence.IsCancellationRequested)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new TimeoutException($"The cache has not answered within {Limit.TotalSeconds:0} seconds.", exception);
        }
    }

    // A cache need not listen to its token.
    private static Task<T> WaitAsync<T>(Task<T> answer, CancellationToken cancellationToken)
    {
        _ = answer.ContinueWith(
            static late => late.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return answer.WaitAsync(cancellationToken);
    }
}
