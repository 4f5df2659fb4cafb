namespace SeoAudit.Client.Tests.Faults;

/// <summary>Something that goes wrong with an attempt: a row of the matrix.</summary>
/// <param name="Name">What the documentation calls it.</param>
/// <param name="Play">Does it.</param>
internal sealed record Fault(string Name, Func<FaultScene, CancellationToken, Task<HttpResponseMessage>> Play)
{
    public Fault(string name, Func<FaultScene, HttpResponseMessage> answer)
        : this(name, (scene, _) => Task.FromResult(answer(scene)))
    {
    }

    /// <summary>Whether it strikes before anything of a request's body is sent.</summary>
    public bool IsBeforeSending { get; init; }

    /// <summary>When the service said to come back at the earliest, counted from an answer; null where it said nothing.</summary>
    public Func<FaultScene, DateTimeOffset>? NotBefore { get; init; }

    public override string ToString() => Name;
}
