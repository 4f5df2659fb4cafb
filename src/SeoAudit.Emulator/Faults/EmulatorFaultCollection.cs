using System.Collections;
using SeoAudit.Emulator.Faults;

namespace SeoAudit.Emulator;

/// <summary>
/// The rules that make requests go wrong. May be changed while the emulator runs, from any thread. Every rule counts all the
/// requests that match it; of the rules that would act on a request, the one that was added first does.
/// </summary>
public sealed class EmulatorFaultCollection : IReadOnlyCollection<EmulatorFault>
{
    private readonly Gate _gate = new();
    private ActiveFault[] _faults = [];

    internal EmulatorFaultCollection()
    {
    }

    /// <summary>The number of rules.</summary>
    public int Count => Volatile.Read(ref _faults).Length;

    /// <summary>Adds a rule, which starts counting requests at 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number of the rule is out of its range.</exception>
    public void Add(EmulatorFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfLessThan(fault.From, 1, nameof(fault));
        ArgumentOutOfRangeException.ThrowIfNegative(fault.Count, nameof(fault));
        ArgumentOutOfRangeException.ThrowIfNegative(fault.Delay.Ticks, nameof(fault));
        if (fault.Probability is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(fault), fault.Probability, "The probability must be between 0 and 1.");

        lock (_gate)
            _faults = [.. _faults, new ActiveFault(fault)];
    }

    /// <summary>Removes the first rule that equals <paramref name="fault"/>; false when there is none.</summary>
    public bool Remove(EmulatorFault fault)
    {
        lock (_gate)
        {
            int index = Array.FindIndex(_faults, active => active.Rule == fault);
            if (index < 0)
                return false;
            _faults = [.. _faults[..index], .. _faults[(index + 1)..]];
            return true;
        }
    }

    /// <summary>Removes all rules.</summary>
    public void Clear()
    {
        lock (_gate)
            _faults = [];
    }

    /// <inheritdoc/>
    public IEnumerator<EmulatorFault> GetEnumerator() =>
        Volatile.Read(ref _faults).Select(active => active.Rule).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal EmulatorFault? Claim(EmulatedService service, string method, string path)
    {
        EmulatorFault? claimed = null;
        foreach (ActiveFault fault in Volatile.Read(ref _faults))
        {
            if (fault.Claims(service, method, path))
                claimed ??= fault.Rule;
        }

        return claimed;
    }
}
