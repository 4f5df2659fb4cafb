namespace SeoAudit.Client.Hangfire.Batches;

/// <summary>A batch that a worker has.</summary>
internal sealed record Claim(Claims Claims, string Id, int Batch, string Owner);
