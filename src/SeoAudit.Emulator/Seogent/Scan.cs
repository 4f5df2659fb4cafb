using SeoAudit.Emulator.Seogent.Wire;

namespace SeoAudit.Emulator.Seogent;

/// <summary>A scan, from its creation on.</summary>
internal sealed class Scan : IDisposable
{
    private readonly Gate _gate = new();
    private readonly CancellationTokenSource _cancellation;
    private ScanState _state = new() { Phase = ScanPhase.Pending };

    public Scan(ScanRequest request, SeogentAccount account, int creditsPerPage, DateTimeOffset createdAt, CancellationToken stopping)
    {
        Request = request;
        Account = account;
        CreditsPerPage = creditsPerPage;
        CreatedAt = createdAt;
        _cancellation = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        Cancelled = _cancellation.Token;
    }

    public string Id { get; } = Guid.NewGuid().ToString("D");

    public ScanRequest Request { get; }

    public SeogentAccount Account { get; }

    public int CreditsPerPage { get; }

    public long EstimatedCredits => (long)CreditsPerPage * Request.PageLimit;

    public DateTimeOffset CreatedAt { get; }

    /// <summary>Signalled when the scan is cancelled or the emulator stops.</summary>
    public CancellationToken Cancelled { get; }

    public EmulatorLedger.CreationEntry? LedgerEntry { get; set; }

    public ScanState State => Volatile.Read(ref _state);

    /// <summary>Moves on, unless the scan has ended.</summary>
    public void Update(Func<ScanState, ScanState> change)
    {
        lock (_gate)
        {
            if (!_state.IsTerminal)
                Volatile.Write(ref _state, change(_state));
        }
    }

    /// <summary>Ends the scan and settles its credits; false when it had ended before.</summary>
    public bool TryEnd(ScanPhase phase, DateTimeOffset now, EmulatorLedger ledger)
    {
        long used;
        lock (_gate)
        {
            if (_state.IsTerminal)
                return false;
            Volatile.Write(ref _state, _state with { Phase = phase, EndedAt = now });
            used = (long)CreditsPerPage * _state.Pages.Count;

            // Inside, so that whoever sees the scan ended finds the credits given back.
            Account.GiveBack(EstimatedCredits - used);
            if (LedgerEntry is { } entry)
                ledger.Settle(entry, used);
        }

        return true;
    }

    public void StopWork() => _cancellation.Cancel();

    public void Dispose() => _cancellation.Dispose();

    public SeogentStatus ToStatus(SeogentEmulatorOptions options)
    {
        ScanState state = State;
        return new SeogentStatus(
            Id,
            Request.Domain,
            Request.Site?.GetLeftPart(UriPartial.Authority),
            Source,
            StatusText(state.Phase, options),
            CrawlModeText(options),
            new SeogentProgress(state.TotalUrls, state.UrlsCrawled, state.Pages.Count, state.Percentage),
            new SeogentTimestamps(
                SeogentTime.Text(CreatedAt),
                SeogentTime.Text(state.StartedAt),
                SeogentTime.Text(state.CrawlingCompletedAt),
                SeogentTime.Text(state.EndedAt)));
    }

    public SeogentListItem ToListItem(SeogentEmulatorOptions options)
    {
        ScanState state = State;
        return new SeogentListItem(
            Id,
            Request.Domain,
            Source,
            StatusText(state.Phase, options),
            CrawlModeText(options),
            new SeogentListProgress(state.TotalUrls, state.Pages.Count, state.Percentage),
            state.IsTerminal ? state.AverageScore : null,
            SeogentTime.Text(CreatedAt),
            SeogentTime.Text(state.EndedAt));
    }

    public SeogentCreated ToCreated(SeogentEmulatorOptions options) => new(
        Id,
        "pending",
        Request.Domain,
        CrawlModeText(options),
        Request.Urls.Count,
        EstimatedCredits,
        Request.WebhookUrl?.OriginalString,
        "Scan queued successfully");

    public static string StatusText(ScanPhase phase, SeogentEmulatorOptions options) => phase switch
    {
        ScanPhase.Pending => "pending",
        ScanPhase.Crawling => "crawling",
        ScanPhase.Analyzing => "analyzing",
        ScanPhase.Completed => "completed",
        ScanPhase.Failed => "failed",
        _ => options.CancelledStatus,
    };

    private const string Source = "api";

    private string CrawlModeText(SeogentEmulatorOptions options) =>
        options.CrawlModeCasing == CrawlModeCasing.LowerCase
            ? Request.CrawlMode
            : char.ToUpperInvariant(Request.CrawlMode[0]) + Request.CrawlMode[1..];
}
