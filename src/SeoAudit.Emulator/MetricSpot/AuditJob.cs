using SeoAudit.Emulator.MetricSpot.Wire;

namespace SeoAudit.Emulator.MetricSpot;

/// <summary>An audit of an account, from its creation on.</summary>
internal sealed class AuditJob(long id, string url, Uri target, MetricSpotAccount account, DateTimeOffset createdAt)
{
    private State _state = new(AuditPhase.Queued, Findings: null, Error: null);

    public long Id { get; } = id;

    /// <summary>The URL exactly as it was sent.</summary>
    public string Url { get; } = url;

    public Uri Target { get; } = target;

    public MetricSpotAccount Account { get; } = account;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public AuditPhase Phase => Volatile.Read(ref _state).Phase;

    public AuditFindings? Findings => Volatile.Read(ref _state).Findings;

    public void Run() => Volatile.Write(ref _state, new State(AuditPhase.Running, Findings: null, Error: null));

    public void Complete(AuditFindings findings) =>
        Volatile.Write(ref _state, new State(AuditPhase.Completed, findings, Error: null));

    public void Fail(string error) => Volatile.Write(ref _state, new State(AuditPhase.Failed, Findings: null, error));

    /// <summary>As it is answered on creation.</summary>
    public MetricSpotAudit ToCreated() =>
        new(Id, Target.Host, Url, "queued", Score: null, MetricSpotTime.Text(CreatedAt));

    public MetricSpotEnvelope ToEnvelope(string plan, DateTimeOffset? cooldownUntil)
    {
        State state = Volatile.Read(ref _state);
        var audit = new MetricSpotAudit(
            Id,
            Target.Host,
            Url,
            PhaseText(state.Phase),
            state.Findings?.Score,
            MetricSpotTime.Text(CreatedAt),
            state.Findings is { } found ? new MetricSpotRaw(found.ModuleScores) : null,
            state.Error);
        return new MetricSpotEnvelope(
            audit,
            state.Findings?.Findings ?? [],
            plan,
            cooldownUntil is { } until ? new MetricSpotCooldown(MetricSpotTime.Text(until)) : null);
    }

    public MetricSpotRow ToRow()
    {
        State state = Volatile.Read(ref _state);
        return new MetricSpotRow(
            Id, Target.Host, Url, PhaseText(state.Phase), state.Findings?.Score, DisplayPosition: null, MetricSpotTime.Text(CreatedAt));
    }

    private static string PhaseText(AuditPhase phase) => phase switch
    {
        AuditPhase.Queued => "queued",
        AuditPhase.Running => "running",
        AuditPhase.Completed => "completed",
        _ => "failed",
    };

    private sealed record State(AuditPhase Phase, AuditFindings? Findings, string? Error);
}
