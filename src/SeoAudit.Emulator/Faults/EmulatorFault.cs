namespace SeoAudit.Emulator;

/// <summary>A rule that makes certain requests go wrong. Add it to <see cref="SeoAuditEmulator.Faults"/>.</summary>
/// <example>
/// The second scan is accepted, but its answer is lost:
/// <code>
/// emulator.Faults.Add(EmulatorFault.On(EmulatedService.Seogent, "POST", "/api/scans")
///     .Starting(2).Times(1).AfterHandling().With(FaultAction.ResetConnection()));
/// </code>
/// </example>
public sealed record EmulatorFault
{
    /// <summary>The service whose requests it concerns; null, the default, for all three.</summary>
    public EmulatedService? Service { get; init; }

    /// <summary>The HTTP method that it concerns, in any casing; null, the default, for every method.</summary>
    public string? Method { get; init; }

    /// <summary>
    /// The paths that it concerns, from the service's own root on, such as <c>/api/scans/*/results</c>: <c>*</c> stands for any
    /// text within a segment, <c>**</c> for any text. Null, the default, for every path.
    /// </summary>
    public string? Path { get; init; }

    /// <summary>The first of the matching requests that it acts on, counted from 1. 1 by default.</summary>
    public int From { get; init; } = 1;

    /// <summary>How many matching requests, from <see cref="From"/> on, it acts on. All of them by default.</summary>
    public int Count { get; init; } = int.MaxValue;

    /// <summary>The share of the requests it would act on that it really acts on, 0–1. 1 by default.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>What the choice by <see cref="Probability"/> starts from: the same seed, the same choices. 0 by default.</summary>
    public int Seed { get; init; }

    /// <summary>
    /// Whether the request is really carried out before <see cref="Delay"/> and <see cref="Action"/>, so that work is accepted
    /// and paid for while its answer is lost. False by default. Actions that change the real answer carry the request out
    /// in any case.
    /// </summary>
    public bool RunHandlerFirst { get; init; }

    /// <summary>A wait, on the emulator's clock, before <see cref="Action"/>. None by default.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>What happens to the request; null, the default, for nothing but <see cref="Delay"/>.</summary>
    public FaultAction? Action { get; init; }

    /// <summary>A rule for the requests of one service.</summary>
    /// <param name="service">The service.</param>
    /// <param name="method">The HTTP method; null for every method.</param>
    /// <param name="path">The path pattern, see <see cref="Path"/>; null for every path.</param>
    public static EmulatorFault On(EmulatedService service, string? method = null, string? path = null) =>
        new() { Service = service, Method = method, Path = path };

    /// <summary>The same rule, acting on the <paramref name="request"/>th matching request and later ones.</summary>
    public EmulatorFault Starting(int request) => this with { From = request };

    /// <summary>The same rule, acting on that many requests.</summary>
    public EmulatorFault Times(int count) => this with { Count = count };

    /// <summary>The same rule, acting on a random share of the requests.</summary>
    public EmulatorFault WithProbability(double probability, int seed = 0) => this with { Probability = probability, Seed = seed };

    /// <summary>The same rule, after the request was really carried out.</summary>
    public EmulatorFault AfterHandling() => this with { RunHandlerFirst = true };

    /// <summary>The same rule, after a wait on the emulator's clock.</summary>
    public EmulatorFault After(TimeSpan delay) => this with { Delay = delay };

    /// <summary>The same rule, with that action.</summary>
    public EmulatorFault With(FaultAction action) => this with { Action = action };
}
