using System.Threading.Channels;

namespace SeoAudit.Client.Tests.Bulk.Lanes;

/// <summary>An input whose URLs come when the test gives them, at once where they are there, and whose faults are the test's.</summary>
internal sealed class HandFedInput : IAsyncEnumerable<Uri>, IAsyncEnumerator<Uri>
{
    private readonly Channel<Uri> _urls = Channel.CreateUnbounded<Uri>();
    private CancellationToken _stop;
    private bool _isMoving;

    public Exception? FaultAtStart { get; set; }

    public Exception? FaultAtMove { get; set; }

    public Exception? FaultAtEnd { get; set; }

    /// <summary>How often it was asked for the next URL.</summary>
    public int Moves { get; private set; }

    public int Ends { get; private set; }

    public Uri Current { get; private set; } = null!;

    /// <summary>Gives the next URLs.</summary>
    public HandFedInput With(params int[] pages)
    {
        foreach (int page in pages)
        {
            Add(BulkHarness.Page(page));
        }

        return this;
    }

    public void Add(Uri? url) => Assert.True(_urls.Writer.TryWrite(url!));

    public void End() => _urls.Writer.Complete();

    public IAsyncEnumerator<Uri> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        _stop = cancellationToken;
        return FaultAtStart is null ? this : throw FaultAtStart;
    }

    public async ValueTask<bool> MoveNextAsync()
    {
        Moves++;
        Assert.False(_isMoving);
        _isMoving = true;
        try
        {
            if (!await _urls.Reader.WaitToReadAsync(_stop))
            {
                return false;
            }

            Assert.True(_urls.Reader.TryRead(out Uri? url));
            Current = url;
            return FaultAtMove is null ? true : throw FaultAtMove;
        }
        finally
        {
            _isMoving = false;
        }
    }

    public ValueTask DisposeAsync()
    {
        Assert.False(_isMoving);
        Ends++;
        return FaultAtEnd is null ? ValueTask.CompletedTask : throw FaultAtEnd;
    }
}
