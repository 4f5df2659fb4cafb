namespace SeoAudit.Client;

/// <summary>Which allowance of time ran out.</summary>
public enum TimeoutKind
{
    /// <summary>One attempt of a request (<see cref="ServiceOptions.AttemptTimeout"/>).</summary>
    Attempt,

    /// <summary>A call with all its retries (<see cref="ServiceOptions.TotalTimeout"/>).</summary>
    Call,

    /// <summary>A wait for a queued audit (<see cref="WaitOptions.Timeout"/>).</summary>
    Wait,

    /// <summary>No byte of a download arrived for too long.</summary>
    Idle,
}
