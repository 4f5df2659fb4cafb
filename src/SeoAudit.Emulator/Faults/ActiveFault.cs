namespace SeoAudit.Emulator.Faults;

/// <summary>A rule at work: how many requests it has seen, and its random choices.</summary>
internal sealed class ActiveFault(EmulatorFault rule)
{
    private readonly Gate _gate = new();
    private readonly Random _random = new(rule.Seed);
    private long _seen;

    public EmulatorFault Rule => rule;

    /// <summary>Counts a request when it matches, and says whether the rule acts on it.</summary>
    public bool Claims(EmulatedService service, string method, string path)
    {
        if (rule.Service is { } only && only != service)
            return false;
        if (rule.Method is { } verb && !string.Equals(verb, method, StringComparison.OrdinalIgnoreCase))
            return false;
        if (rule.Path is { } pattern && !PathPattern.Matches(pattern, path))
            return false;

        lock (_gate)
        {
            long index = ++_seen - rule.From;
            return index >= 0 && index < rule.Count && Chosen();
        }
    }

    // Repeatable runs are the point of a seed; nothing secret hangs on it.
#pragma warning disable CA5394
    private bool Chosen() => rule.Probability >= 1 || _random.NextDouble() < rule.Probability;
#pragma warning restore CA5394
}
