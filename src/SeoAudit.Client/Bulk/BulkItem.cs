namespace SeoAudit.Client.Bulk;

/// <summary>One distinct URL of a run.</summary>
/// <param name="url">The URL as it was handed in.</param>
/// <param name="target">The URL that is sent to the services.</param>
/// <param name="index">Its place in the input.</param>
internal sealed class BulkItem(Uri url, Uri target, int index)
{
    public Uri Url => url;

    public Uri Target => target;

    public int Index => index;

    /// <summary>What became of it; null while that is not known.</summary>
    public PageAuditOutcome? Outcome { get; set; }

    /// <summary>The outcome on its way to the reader, for a run in the order of the input; a run that broke off leaves null.</summary>
    public TaskCompletionSource<PageAuditOutcome?>? Completion { get; init; }
}
