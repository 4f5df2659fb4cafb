namespace SeoAudit.Client.Hangfire.Batches;

/// <summary>Another worker has the batch now, so what this one knows of it must not be stored over what the other has stored.</summary>
internal sealed class ClaimLostException : Exception;
