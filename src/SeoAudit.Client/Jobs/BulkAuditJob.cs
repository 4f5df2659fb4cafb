using SeoAudit.Client.Jobs;
using SeoAudit.Client.Operations;

namespace SeoAudit.Client;

/// <summary>A bulk audit that goes on in the background. Waiting for it ends in its <see cref="BulkAuditReport"/>.</summary>
/// <remarks>
/// What it knows of itself is as of when it was got, or of the last <see cref="AuditOperation{TResult}.UpdateStatusAsync"/>. It is a
/// view: however many there are of one job, and whatever becomes of them, the job goes on. Safe for concurrent use.
/// </remarks>
public abstract class BulkAuditJob : AuditOperation<BulkAuditReport>
{
    private BulkAuditJobState _state;

    /// <summary>Creates a view of a job.</summary>
    /// <param name="state">How it stands.</param>
    /// <param name="polling">How it is waited for where <see cref="WaitOptions"/> do not say.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <exception cref="ArgumentException">Its id is none.</exception>
    protected BulkAuditJob(BulkAuditJobState state, PollingOptions polling, TimeProvider? timeProvider = null)
        : base(ServiceOf(state), state.Id, polling, timeProvider)
    {
        _state = state;
        Know(ProgressOf(state));
    }

    /// <summary>How it stood when it was last looked at. Does not look.</summary>
    public BulkAuditJobState State => Volatile.Read(ref _state);

    /// <summary>Its status when it was last looked at. Does not look.</summary>
    public BulkAuditJobStatus Status => State.Status;

    internal sealed override string Whereabouts => "in the background";

    /// <summary>
    /// Reads its outcomes in the order in which they came: those there are, then those that come, until the job ends. Each has its
    /// place in that order for good, from 0, and each distinct URL of the input comes once, also when the job was interrupted.
    /// </summary>
    /// <param name="from">The place to begin at: who has seen <c>n</c> outcomes goes on from <c>n</c>. Behind the last one, nothing comes.</param>
    /// <param name="cancellationToken">Cancels the reading, not the job.</param>
    /// <returns>The outcomes. A job that is cancelled or fails ends them early, without an exception.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="from"/> is negative.</exception>
    /// <exception cref="SeoAuditNotFoundException">The job is gone.</exception>
    /// <exception cref="SeoAuditJobException">The outcomes cannot be read, or the process is stopping and the job will go on in the next.</exception>
    public IAsyncEnumerable<PageAuditOutcome> StreamOutcomesAsync(int from = 0, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        return ReadOutcomesAsync(from, cancellationToken);
    }

    /// <summary>
    /// Cancels the job: nothing more is begun. What is in flight is paid for, and so is finished and becomes outcomes; then the status
    /// is <see cref="BulkAuditJobStatus.Cancelled"/>, or <see cref="BulkAuditJobStatus.Completed"/> where that was all that was left.
    /// Has no effect on a job that has ended or was cancelled before.
    /// </summary>
    /// <param name="cancellationToken">Cancels the call, not what it has asked for.</param>
    /// <returns>A task that ends when the wish is stored, so that not even a restart forgets it.</returns>
    /// <exception cref="SeoAuditNotFoundException">The job is gone.</exception>
    /// <exception cref="SeoAuditJobException">The wish cannot be stored.</exception>
    public abstract Task CancelAsync(CancellationToken cancellationToken = default);

    /// <summary>Looks how it stands.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>How it stands.</returns>
    /// <exception cref="SeoAuditNotFoundException">The job is gone.</exception>
    protected abstract Task<BulkAuditJobState> ReadStateAsync(CancellationToken cancellationToken);

    /// <summary>Reads outcomes as <see cref="StreamOutcomesAsync"/> says; the argument is checked.</summary>
    /// <param name="from">The place to begin at.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The outcomes.</returns>
    protected abstract IAsyncEnumerable<PageAuditOutcome> ReadOutcomesAsync(int from, CancellationToken cancellationToken);

    /// <summary>Gets the report on the outcomes of a job that has ended, well or not.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The report.</returns>
    protected abstract Task<BulkAuditReport> ReadReportAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected sealed override async Task<AuditProgress> PollAsync(CancellationToken cancellationToken)
    {
        BulkAuditJobState state = await ReadStateAsync(cancellationToken).ConfigureAwait(false);
        return ProgressOf(LatestAnswer.Keep(ref _state!, state, static known => known.Status.IsFinal));
    }

    /// <inheritdoc/>
    protected sealed override async Task<BulkAuditReport> GetResultAsync(CancellationToken cancellationToken)
    {
        BulkAuditReport report = await ReadReportAsync(cancellationToken).ConfigureAwait(false);
        BulkAuditJobState state = State;
        return state.Status == BulkAuditJobStatus.Completed ? report : throw JobEnd.Of(state, report);
    }

    private static AuditService ServiceOf(BulkAuditJobState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Options.Audit.Service;
    }

    private static AuditProgress ProgressOf(BulkAuditJobState state) => new()
    {
        Id = state.Id,
        Status = state.Status.Value,
        IsFinal = state.Status.IsFinal,
        Percentage = state.Total == 0 ? null : 100.0 * state.Completed / state.Total,
        TotalPages = state.Total,
        AnalyzedPages = state.Completed,
    };
}
