namespace SeoAudit.Client.Bulk.Journal;

/// <summary>A batch that was queued, or was about to be, and has not ended.</summary>
internal sealed record JournalOperation(int Number, AuditService Service, DateTimeOffset QueuedAt, IReadOnlyList<Uri> Urls)
{
    /// <summary>The scan or audit; null where the run ended before it learned the id.</summary>
    public string? Id { get; set; }
}
