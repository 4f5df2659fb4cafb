using System.Runtime.CompilerServices;

namespace SeoAudit.Client.Jobs;

/// <summary>The URLs of a job that have no outcome yet, and where in the whole input each stands.</summary>
internal sealed class PendingInput(Job job, IndexSet done)
{
    private readonly List<int> _places = [];

    /// <summary>Where in the whole input a URL stands that was read here.</summary>
    /// <param name="index">Its place among those that were read.</param>
    public int PlaceOf(int index)
    {
        lock (_places)
        {
            return _places[index];
        }
    }

    public async IAsyncEnumerable<Uri> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        LineReader lines = LineReader.Open(job.Paths.Urls);
        await using (lines.ConfigureAwait(false))
        {
            for (var place = 0; await lines.ReadAsync(cancellationToken).ConfigureAwait(false) is { } line; place++)
            {
                if (done.Contains(place) || JobInput.Read(line.Span) is not { } url)
                {
                    continue;
                }

                if (job.Drain.IsCancellationRequested)
                {
                    yield break;
                }

                lock (_places)
                {
                    _places.Add(place);
                }

                yield return url;
            }
        }
    }
}
