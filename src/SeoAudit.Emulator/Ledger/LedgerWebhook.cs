namespace SeoAudit.Emulator;

/// <summary>An attempt to deliver a SEOgent webhook.</summary>
public sealed record LedgerWebhook
{
    /// <summary>The scan that it tells of.</summary>
    public required string ScanId { get; init; }

    /// <summary>Where it was sent.</summary>
    public required Uri Url { get; init; }

    /// <summary>Which of the copies of the webhook it was, from 1.</summary>
    public int Copy { get; init; } = 1;

    /// <summary>Which attempt of this copy it was, from 1; repeats of what succeeded count on.</summary>
    public required int Attempt { get; init; }

    /// <summary>The status it was answered with; null when there was no answer.</summary>
    public int? StatusCode { get; init; }

    /// <summary>When the attempt ended, on the emulator's clock.</summary>
    public required DateTimeOffset At { get; init; }
}
