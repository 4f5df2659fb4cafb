namespace SeoAudit.Client.Streaming;

/// <summary>Reads another stream in some way, and closes it with itself.</summary>
internal abstract class OwningStream(Stream source) : ReadOnlyStream
{
    protected Stream Source => source;

    public override async ValueTask DisposeAsync()
    {
        await source.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
        }

        base.Dispose(disposing);
    }
}
